import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings.ts';
import { stage } from '../../fixtures/app/stage.ts';

const opened = async () => {
  const show = await stage();
  await show.thrownOut();
  await show.page('login');
  const incident = await show.incident();
  if (!incident) throw new Error('no incident was opened');
  return { show, incident };
};

describe('what a page of the extension asks for', () => {
  it('an answer changes the verdict', async () => {
    const { show } = await opened();
    const done = await show.background.fromPages({
      type: 'answer',
      service: 'facebook',
      question: 'security-email-unrecognised',
      answer: 'yes',
    });
    expect(done).toEqual({ ok: true });
    expect(await show.verdict()).toMatchObject({ alarm: 'act' });
  });

  it('"I was signed out" opens an incident where nothing was seen', async () => {
    const show = await stage();
    await show.background.fromPages({ type: 'signed-out', service: 'instagram' });
    expect(await show.incident()).toMatchObject({ service: 'instagram', closedAt: null });
  });

  it('closing closes it for good', async () => {
    const { show, incident } = await opened();
    expect(await show.background.fromPages({ type: 'close-incident', incident: incident.id })).toEqual({
      ok: true,
    });
    expect(await show.incident()).toMatchObject({ closedBy: 'user' });
    show.kill();
    show.background.alarm('recheck');
    await show.settle();
    expect(await show.incident()).toMatchObject({ id: incident.id, closedBy: 'user' });
  });

  it('closing takes back what was told, also where it asked the person to act', async () => {
    const { show, incident } = await opened();
    await show.background.fromPages({
      type: 'answer',
      service: 'facebook',
      question: 'security-email-unrecognised',
      answer: 'yes',
    });
    expect(show.world.badge).toBe('act');
    expect(show.world.notifications.size).toBe(1);
    await show.background.fromPages({ type: 'close-incident', incident: incident.id });
    expect(show.world.notifications.size).toBe(0);
    expect(show.world.badge).toBe('none');
  });

  it('a note stays with the incident through later verdicts', async () => {
    const { show, incident } = await opened();
    await show.background.fromPages({ type: 'write-note', incident: incident.id, note: 'after the update' });
    await show.background.fromPages({
      type: 'answer',
      service: 'facebook',
      question: 'security-email-unrecognised',
      answer: 'yes',
    });
    expect(await show.incident()).toMatchObject({ note: 'after the update' });
  });

  it('an erased incident does not come back', async () => {
    const { show, incident } = await opened();
    await show.background.fromPages({ type: 'remove-incident', incident: incident.id });
    await show.background.fromPages({ type: 'check-again', service: 'facebook' });
    await show.settle();
    expect(await show.incident()).toBeNull();
  });

  it('erasing everything leaves neither incidents nor observations', async () => {
    const { show } = await opened();
    await show.background.fromPages({ type: 'erase-all' });
    await show.settle();
    expect(await show.observations()).toEqual([]);
    expect(await show.incident()).toBeNull();
    expect(show.world.badge).toBe('none');
  });

  it('closing or erasing takes away what was told: the notification, and the toast in the page', async () => {
    for (const erase of [false, true]) {
      const show = await stage();
      show.world.tabs = [{ id: 1, service: 'facebook', store: '0', active: true, focused: false }];
      await show.thrownOut();
      await show.pass(3_000);
      const id = (await show.incident())?.id ?? '';
      expect([...show.world.notifications.keys()]).toEqual([id]);
      await show.background.fromPages(
        erase ? { type: 'erase-all' } : { type: 'close-incident', incident: id },
      );
      await show.settle();
      expect([...show.world.notifications.keys()]).toEqual([]);
      expect(show.world.toasts.at(-1)).toEqual({ tabId: 1, toast: null });
    }
  });

  it('hosts that were granted get their page sensor', async () => {
    const show = await stage();
    await show.background.fromPages({ type: 'hosts-changed' });
    expect(show.world.registrations).toBe(1);
  });

  it('an unknown incident is refused with a reason', async () => {
    const show = await stage();
    const done = await show.background.fromPages({ type: 'close-incident', incident: 'none-such' });
    expect(done).toEqual({ ok: false, reason: 'no such incident' });
  });

  it('settings are written and hold at once', async () => {
    const { show } = await opened();
    const settings = { ...DEFAULT_SETTINGS, watched: ['instagram' as const] };
    await show.background.fromPages({ type: 'write-settings', settings });
    await show.page('locked', { path: '/checkpoint/1/' });
    expect((await show.observations()).some((seen) => seen.kind === 'page' && seen.page === 'locked')).toBe(
      false,
    );
  });
});

describe('after the installation', () => {
  it('the page sensor goes into watched tabs that are open already, and the welcome page opens once', async () => {
    const show = await stage();
    show.world.tabs = [{ id: 4, service: 'facebook', store: '0', active: true, focused: true }];
    show.background.installed('install');
    await show.settle();
    expect(show.world.injectedSensors).toEqual([4]);
    expect(show.world.opened).toEqual(['welcome']);
    show.background.installed('update');
    await show.settle();
    expect(show.world.opened).toEqual(['welcome']);
  });
});
