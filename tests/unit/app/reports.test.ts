import { describe, expect, it } from 'vitest';
import { REPORT_ALARM } from '../../../lib/app/report.ts';
import { signedIn } from '../../fixtures/app/fake-parts.ts';
import { stage, type Stage } from '../../fixtures/app/stage.ts';

const reporting = async (): Promise<Stage> => {
  const show = await stage();
  show.world.settings = { ...show.world.settings, reports: true };
  return show;
};
const home = { service: 'facebook', tabId: 1, url: 'https://www.facebook.com/', status: 200 } as const;
const write = (show: Stage, changes: Partial<Stage['world']['settings']>) =>
  show.background.fromPages({ type: 'write-settings', settings: { ...show.world.settings, ...changes } });
const waiting = (show: Stage) => show.outbox.value.waiting.map(({ report }) => report.kind);

describe('reports', () => {
  it('are never made before the person chose them', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.pass(10 * 60_000);
    expect(show.outbox.value).toEqual({ waiting: [], lately: [] });
    expect(show.world.reported).toEqual([]);
  });

  it('of a forced logout go out once, after a while, and the alarm is gone then', async () => {
    const show = await reporting();
    await show.thrownOut();
    await show.pass(3_000);
    expect(waiting(show)).toEqual(['forced-logout']);
    expect(show.world.reported).toEqual([]);
    const { changes } = show.world;
    await show.pass(3 * 60_000);
    expect(show.world.changes).toBeGreaterThan(changes);
    expect(show.world.reported).toEqual([
      { v: 1, service: 'facebook', kind: 'forced-logout', bucket: expect.any(Number) },
    ]);
    expect(show.outbox.value.waiting).toEqual([]);
    expect(show.world.alarms.has(REPORT_ALARM)).toBe(false);
    await show.pass(30 * 60_000);
    expect(show.world.reported).toHaveLength(1);
  });

  it('tell nothing of an own sign-out', async () => {
    const show = await reporting();
    show.background.signOutSent({ ...home, url: 'https://www.facebook.com/logout.php' });
    await show.thrownOut();
    await show.pass(10 * 60_000);
    expect(show.world.reported).toEqual([]);
  });

  it('that do not arrive are tried once more, and then let go', async () => {
    const show = await reporting();
    show.world.reportArrives = false;
    await show.thrownOut();
    await show.pass(14 * 60_000);
    expect(show.world.reported).toHaveLength(2);
    expect(show.outbox.value.waiting).toEqual([]);
  });

  it('wait for a verified feed, which says how many it can take', async () => {
    const show = await reporting();
    show.world.reporting = null;
    await show.thrownOut();
    await show.pass(5 * 60_000);
    expect(show.world.reported).toEqual([]);
    show.world.reporting = { rate: 1, presenceRate: 1, maxDelaySeconds: 180 };
    await show.pass(2 * 60_000);
    expect(show.world.reported).toHaveLength(1);
  });

  it('are withdrawn at once when they are switched off', async () => {
    const show = await reporting();
    await show.thrownOut();
    await show.pass(3_000);
    await write(show, { reports: false });
    expect(show.outbox.value.waiting).toEqual([]);
    await show.pass(10 * 60_000);
    expect(show.world.reported).toEqual([]);
  });

  it.each(['hosts-changed', 'refresh'] as const)(
    'are switched off and withdrawn at once without the browser’s permission (%s)',
    async (type) => {
      const show = await reporting();
      await show.thrownOut();
      await show.pass(3_000);
      expect(waiting(show)).toEqual(['forced-logout']);
      show.world.mayReport = false;
      const { changes } = show.world;
      await show.background.fromPages({ type });
      expect(show.world.changes).toBeGreaterThan(changes);
      expect(show.outbox.value.waiting).toEqual([]);
      expect(show.world.settings.reports).toBe(false);
      show.world.mayReport = true;
      await show.pass(10 * 60_000);
      expect(show.world.reported).toEqual([]);
    },
  );

  it('are neither made nor sent without the browser’s permission, though nobody told that it is gone', async () => {
    const show = await reporting();
    await show.thrownOut();
    await show.pass(3_000);
    show.world.mayReport = false;
    await show.thrownOut('instagram');
    await show.pass(10 * 60_000);
    expect(show.world.reported).toEqual([]);
    expect(show.outbox.value.lately.map(({ service }) => service)).toEqual(['facebook']);
  });

  it('stay chosen when other permissions change', async () => {
    const show = await reporting();
    await show.background.fromPages({ type: 'hosts-changed' });
    expect(show.world.settings.reports).toBe(true);
  });

  it('are not made any more in the very job that switches them off', async () => {
    const show = await reporting();
    // Failures that are logged as one are written by the next job, whatever it is.
    show.background.navigationFailed({ ...home, error: 'net::ERR_CONNECTION_REFUSED' });
    await show.settle();
    show.world.now += 60_000;
    await write(show, { reports: false });
    expect(show.outbox.value.waiting).toEqual([]);
  });

  it('are not for another feed than the one that stood when they were made', async () => {
    const show = await reporting();
    await show.thrownOut();
    await show.pass(3_000);
    await write(show, { feed: 'none' });
    await show.pass(10 * 60_000);
    expect(show.world.reported).toEqual([]);
  });

  it('of somebody who is signed in and well are made once an hour', async () => {
    const show = await reporting();
    for (let visit = 0; visit < 5; visit += 1) {
      show.background.navigationAnswered(home);
      await show.pass(10 * 60_000);
    }
    expect(show.world.reported.map(({ kind }) => kind)).toEqual(['presence']);
  });

  it('tell of nobody’s being well while an incident is open, or where nobody is signed in', async () => {
    const show = await reporting();
    await show.thrownOut();
    await show.pass(3_000);
    show.background.navigationAnswered(home);
    await show.pass(10 * 60_000);
    expect(show.world.reported.map(({ kind }) => kind)).toEqual(['forced-logout']);
  });

  it('tell that signing in works when it does after a forced logout', async () => {
    const show = await reporting();
    await show.thrownOut();
    await show.page('login');
    await show.pass(60_000);
    await show.background.fromContent(
      { type: 'sign-in-sent' },
      { tabId: 1, store: '0', url: 'https://www.facebook.com/login/' },
    );
    await show.cookie({ cause: 'explicit', removed: false }, signedIn());
    await show.pass(5 * 60_000);
    expect(show.world.reported.map(({ kind }) => kind)).toContain('sign-in-works');
  });

  it('that wait are forgotten with everything else', async () => {
    const show = await reporting();
    await show.thrownOut();
    await show.pass(3_000);
    await show.background.fromPages({ type: 'erase-all' });
    expect(show.outbox.value).toEqual({ waiting: [], lately: [] });
  });
});

describe('a feed of one’s own', () => {
  const command = { type: 'use-feed', base: 'https://feed.example', trust: '{}' } as const;

  it('is used once it was read and found good', async () => {
    const show = await stage();
    expect(await show.background.fromPages(command)).toEqual({ ok: true });
    expect(show.world.settings.feed).toBe('own');
  });

  it('withdraws what waits for the feed before it', async () => {
    const show = await reporting();
    await show.thrownOut();
    await show.pass(3_000);
    expect(waiting(show)).toEqual(['forced-logout']);
    await show.background.fromPages(command);
    expect(waiting(show)).toEqual([]);
  });

  it('is read at once, as is every feed that is chosen, and the open pages are told', async () => {
    const show = await stage();
    const asked: string[] = [];
    show.parts.feed.refresh = async (choice) => {
      asked.push(choice);
      return { ...show.world.feed, reading: 'verified:1:1' };
    };
    const { changes } = show.world;
    await show.background.fromPages(command);
    await show.settle();
    expect(asked).toEqual(['own']);
    expect(show.world.changes).toBeGreaterThan(changes + 1);
    await write(show, { feed: 'package' });
    await write(show, { theme: 'dark' });
    await show.settle();
    expect(asked).toEqual(['own', 'package']);
  });

  it('is refused with the reason, and everything stays as it was', async () => {
    const show = await stage();
    show.world.adopting = { ok: false, fault: 'signature-wrong' };
    expect(await show.background.fromPages(command)).toEqual({ ok: false, reason: 'signature-wrong' });
    expect(show.world.settings.feed).toBe('package');
  });
});
