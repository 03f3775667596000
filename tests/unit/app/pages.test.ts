import { describe, expect, it } from 'vitest';
import { stage, type Stage } from '../../fixtures/app/stage.ts';
import { signedIn, signedOut } from '../../fixtures/app/fake-parts.ts';

const pages = async (show: Stage) =>
  (await show.observations()).flatMap((seen) => (seen.kind === 'page' ? [seen.page] : []));
const logins = async (show: Stage) =>
  (await show.observations()).flatMap((seen) => (seen.kind === 'login' ? [seen.outcome] : []));
const sent = async (show: Stage, service: 'facebook' | 'instagram' = 'facebook') => {
  await show.background.fromContent(
    { type: 'sign-in-sent' },
    { tabId: 1, store: '0', url: `https://www.${service}.com/login/` },
  );
};

describe('pages', () => {
  it('of a signed-in person leave no trace', async () => {
    const show = await stage();
    await show.page('home');
    await show.page('home', { tabId: 2 });
    expect(await pages(show)).toEqual([]);
    expect(await show.incident()).toBeNull();
  });

  it('that ask to sign in open an incident although the cookie was left in place', async () => {
    const show = await stage();
    await show.page('login', { path: '/login.php?next=x' });
    expect(await show.incident()).toMatchObject({ service: 'facebook', closedAt: null });
    expect(await show.verdict()).toMatchObject({ cause: 'unclear', alarm: 'watch' });
  });

  it('of somebody who never signed in here say nothing', async () => {
    const show = await stage();
    show.world.jar.set('0/facebook', signedOut());
    await show.parts.book.write([]);
    await show.page('login');
    await show.page('public', { path: '/someone/' });
    expect(await pages(show)).toEqual([]);
  });

  it('count once a tab until something else is shown there', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.page('login');
    await show.page('login');
    await show.page('login', { tabId: 2 });
    expect(await pages(show)).toEqual(['login', 'login']);
  });

  it('cannot make an alarm from the address of a post', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.page('old-password', { path: '/groups/1/posts/2/' });
    await show.page('contact-changed', { path: '/someone/' });
    expect(await pages(show)).toEqual([]);
  });

  it('cannot make direct evidence on a sign-in address without an end or a sent sign-in', async () => {
    const show = await stage();
    await show.page('old-password', { path: '/login/?e=1' });
    expect(await pages(show)).toEqual([]);
    await sent(show);
    await show.page('old-password', { path: '/login/?e=1' });
    expect(await show.verdict()).toMatchObject({ alarm: 'act' });
  });

  it('of another site are not heard at all', async () => {
    const show = await stage();
    await show.page('locked', { url: 'https://facebook.com.example.org/checkpoint/1/' });
    expect(await show.observations()).toHaveLength(2);
  });

  it('of a container where another session lives on do not close the incident of the one that ended', async () => {
    const show = await stage();
    show.world.stores = ['0', 'firefox-container-1'];
    show.world.jar.set('firefox-container-1/facebook', signedIn({ account: 'c3c3c3c3c3c3c3c3' }));
    await show.page('home', { store: 'firefox-container-1', tabId: 7 });
    await show.thrownOut();
    await show.page('login');
    await show.page('home', { store: 'firefox-container-1', tabId: 7 });
    expect(await pages(show)).toEqual(['login']);
    expect(await show.incident()).toMatchObject({ closedAt: null });
  });
});

describe('sign-ins', () => {
  it('that are refused are logged once, with the page that says so', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.page('login');
    await sent(show);
    await show.page('wrong-password', { path: '/login/?e=1348131' });
    await show.page('wrong-password', { path: '/login/?e=1348131' });
    expect(await logins(show)).toEqual(['rejected']);
    expect(await pages(show)).toEqual(['login', 'wrong-password']);
  });

  it('that are refused twice are logged twice', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.page('login');
    for (const _try of [1, 2]) {
      await sent(show);
      await show.page('wrong-password', { path: '/login/?e=1348131' });
      await show.pass(20_000);
    }
    expect(await logins(show)).toEqual(['rejected', 'rejected']);
  });

  it('that succeed are accepted by the cookie, and the incident ends with the first page', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.page('login');
    await show.pass(30_000);
    await sent(show);
    await show.cookie({ cause: 'explicit', removed: false }, signedIn());
    await show.page('home');
    await show.pass(6 * 60_000);
    expect(await logins(show)).toEqual(['accepted']);
    expect(await show.incident()).toMatchObject({ closedBy: 'recovered' });
  });

  it('that are told only after the session which they brought wait for nothing more', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.page('login');
    await show.pass(30_000);
    await show.cookie({ cause: 'explicit', removed: false }, signedIn());
    await sent(show);
    await show.settle();
    expect(show.run.value.attempts).toEqual([]);
  });

  it('never leave more in the log than their outcome', async () => {
    const show = await stage();
    await show.thrownOut();
    await sent(show);
    await show.page('wrong-password', { path: '/login/?e=1348131&email=someone%40example.org' });
    expect(JSON.stringify(await show.observations())).not.toContain('example.org');
    expect(JSON.stringify(show.run.value)).not.toContain('example.org');
  });

  it('that meet a server error are errors', async () => {
    const show = await stage();
    await show.thrownOut();
    await sent(show);
    show.background.signInAnswered({
      service: 'facebook',
      tabId: 1,
      url: 'https://www.facebook.com/login/',
      status: 503,
    });
    await show.settle();
    expect(await logins(show)).toEqual(['error']);
  });
});
