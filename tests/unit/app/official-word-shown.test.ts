import { describe, expect, it } from 'vitest';
import { signedOut as jarSignedOut } from '../../fixtures/app/fake-parts.ts';
import { allowed, logged, MINUTE, shown, signedOut, word } from '../../fixtures/app/official-page.ts';

describe('the permission for the official page', () => {
  it('given while an incident is open, lets it be read at once', async () => {
    const show = await allowed();
    show.world.officialPages = false;
    await signedOut(show);
    show.world.officialPages = true;
    await show.background.fromPages({ type: 'hosts-changed' });
    await show.settle();
    expect(show.world.askedOfficial).toHaveLength(1);
    expect((await shown(show)).official).toEqual(word());
  });

  it('taken back, ends it at once: nothing is asked and nothing quoted any more', async () => {
    const show = await allowed();
    await signedOut(show);
    show.world.officialPages = false;
    await show.background.fromPages({ type: 'hosts-changed' });
    await show.pass(30 * MINUTE);
    expect(show.world.askedOfficial).toHaveLength(1);
    expect(await shown(show)).toEqual({ officialPages: 'not-granted', official: null });
    expect(show.world.bugs).toEqual([]);
  });

  it('taken back while the page is being read, leaves what was read unused', async () => {
    const show = await allowed();
    const { read } = show.parts.official;
    let answer = (): void => undefined;
    let begun = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    Object.assign(show.parts.official, {
      read: async (...these: Parameters<typeof read>) => {
        const said = await read(...these);
        begun();
        await waiting;
        return said;
      },
    });
    show.world.jar.set('0/facebook', jarSignedOut());
    show.background.cookieChanged({
      store: '0',
      service: 'facebook',
      role: 'session',
      name: 'xs',
      removed: true,
      cause: 'expired_overwrite',
    });
    await asked;
    show.world.officialPages = false;
    answer();
    await show.settle();
    expect(show.world.askedOfficial).toHaveLength(1);
    expect(await logged(show)).toEqual([]);
  });
});

describe('of the feed’s quotation and what was read directly', () => {
  const older = word({ text: 'Earlier.' });

  it('the one that was read later is shown', async () => {
    const show = await allowed();
    await signedOut(show);
    const at = show.world.now;
    expect(await shown(show, 'facebook', { official: older, issuedAt: at - MINUTE })).toMatchObject({
      official: word(),
    });
    expect(await shown(show, 'facebook', { official: older, issuedAt: at + MINUTE })).toMatchObject({
      official: older,
    });
  });

  it('a feed that could not read the page, or has no word of it, takes none away', async () => {
    const show = await allowed();
    await signedOut(show);
    const issuedAt = show.world.now + MINUTE;
    const unreachable = word({ status: 'unreachable', text: null, url: null, at: null });
    expect(await shown(show, 'facebook', { official: unreachable, issuedAt })).toMatchObject({
      official: word(),
    });
    expect(await shown(show, 'facebook', { official: null, issuedAt })).toMatchObject({ official: word() });
  });

  it('what is older than an hour is not shown as current', async () => {
    const show = await allowed();
    await signedOut(show);
    show.world.now += 60 * MINUTE;
    expect((await shown(show)).official).toEqual(word());
    show.world.now += MINUTE;
    expect((await shown(show)).official).toBeNull();
    expect(await shown(show, 'facebook', { official: older, issuedAt: show.world.now })).toMatchObject({
      official: older,
    });
  });
});
