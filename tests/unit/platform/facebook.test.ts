import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPlatform, type Platform } from '../../platform/start-platform.ts';
import { CHECKPOINTS } from '../../platform/site-state.ts';
import { PlatformClient, signInToFacebook } from './platform-client.ts';

const HOME = 'https://www.facebook.com/';
let platform: Platform;
let client: PlatformClient;

beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(() => {
  platform.control.heal();
  platform.control.endSessions('facebook', 'bare-redirect');
  client = new PlatformClient(platform);
});

describe('signing in to Facebook', () => {
  it('redirects home with a hidden xs and a readable c_user', async () => {
    const reply = await signInToFacebook(client, platform);
    expect(reply.status).toBe(302);
    expect(reply.headers.location).toBe('/');
    const xs = reply.setCookies.find((line) => line.startsWith('xs='));
    expect(xs).toMatch(
      /; Max-Age=31536000; path=\/; domain=\.facebook\.com; secure; httponly; SameSite=None$/,
    );
    expect(reply.setCookies.find((line) => line.startsWith('c_user='))).not.toMatch(/httponly/i);
    const home = await client.get(HOME);
    expect(home.text).toContain(`"USER_ID":"${platform.accounts[0]?.id ?? ''}"`);
    expect(home.text).toContain('role="feed"');
  });

  it('refuses a wrong password at an address with the number 1348131', async () => {
    const reply = await client.post(`${HOME}login/device-based/regular/login/?login_attempt=1`, {
      email: platform.accounts[0]?.email ?? '',
      pass: 'not it',
    });
    expect(reply.headers.location).toContain('e=1348131');
    const refused = await client.get(new URL(reply.headers.location ?? '', HOME).href);
    expect(refused.text).toContain('ars=facebook_login_pw_error');
    expect(client.cookie('facebook.com', 'xs')).toBeUndefined();
  });

  it('refuses the right password too while sign-in is out, and recovery is blank', async () => {
    platform.control.setMode('facebook', 'sign-in-outage');
    expect((await signInToFacebook(client, platform)).headers.location).toContain('e=1348131');
    expect((await client.get(`${HOME}recover/initiate/`)).text).not.toContain('<form');
  });

  it('asks for a second factor and accepts only the right code', async () => {
    platform.control.setMode('facebook', 'two-factor');
    const reply = await signInToFacebook(client, platform);
    const address = new URL(reply.headers.location ?? '', HOME).href;
    expect(address).toContain('/two_step_verification/two_factor/');
    expect((await client.get(address)).text).toContain('autocomplete="one-time-code"');
    await client.post(address, { approvals_code: '000000' });
    expect(client.cookie('facebook.com', 'xs')).toBeUndefined();
    await client.post(address, { approvals_code: platform.accounts[0]?.code ?? '' });
    expect(client.cookie('facebook.com', 'xs')).toBeDefined();
  });

  it('leads to the checkpoint of the number that was set', async () => {
    platform.control.setMode('facebook', 'checkpoint', CHECKPOINTS.locked);
    expect((await signInToFacebook(client, platform)).headers.location).toBe('/checkpoint/828281030927956/');
    const locked = await client.get(`${HOME}checkpoint/828281030927956/`);
    expect(locked.text).toContain('"is_unvetted_flow":true');
    expect(locked.text).toContain('Your account has been locked');
    platform.control.setMode('facebook', 'suspended');
    expect((await signInToFacebook(client, platform)).headers.location).toBe('/checkpoint/1501092823525282/');
  });

  it('shows the old-password, unusual-sign-in and changed-contact pages after the right password', async () => {
    const pages = [
      ['old-password', 'password was changed 3 hours ago'],
      ['unusual-login', 'Was this you?'],
      ['contact-changed', 'Your email address was changed'],
    ] as const;
    for (const [mode, words] of pages) {
      platform.control.setMode('facebook', mode);
      const { headers } = await signInToFacebook(client, platform);
      expect((await client.get(new URL(headers.location ?? '', HOME).href)).text).toContain(words);
    }
  });
});

describe('how Facebook ends a session', () => {
  beforeEach(() => signInToFacebook(client, platform));

  it('deletes the cookies on a redirect to login.php and leaves the device alone', async () => {
    const device = client.cookie('facebook.com', 'datr');
    expect(platform.control.endSessions('facebook', 'deletion-redirect')).toBe(1);
    const reply = await client.get(`${HOME}groups/feed/`);
    expect(reply.headers.location).toBe('/login.php?next=%2Fgroups%2Ffeed%2F');
    const xs = reply.setCookies.find((line) => line.startsWith('xs='));
    expect(xs).toMatch(/^xs=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=-\d{10};/);
    expect(client.cookie('facebook.com', 'xs')).toBeUndefined();
    expect(client.cookie('facebook.com', 'datr')).toBe(device);
  });

  it('redirects without deleting anything', async () => {
    platform.control.endSessions('facebook', 'bare-redirect');
    const reply = await client.get(HOME);
    expect(reply.headers.location).toBe('/login.php?next=%2F');
    expect(reply.setCookies).toEqual([]);
    expect((await client.get(`${HOME}login.php?next=%2F`)).text).toContain('id="login_form"');
  });

  it('shows a sign-in page with the user id 0 and status 200', async () => {
    platform.control.endSessions('facebook', 'zero-user-page');
    const reply = await client.get(HOME);
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('"USER_ID":"0"');
    expect(reply.text).toContain('id="login_form"');
  });

  it('keeps the page and answers background requests with 1357001', async () => {
    platform.control.endSessions('facebook', 'json');
    expect((await client.get(HOME)).text).toContain('role="feed"');
    const told = await client.post(`${HOME}api/graphql/`);
    expect(told.status).toBe(200);
    expect(told.text).toMatch(/^for \(;;\);\{"error":1357001,/);
  });

  it('gives a false alarm: the cookie is blanked on a redirect and set again by the next answer', async () => {
    const before = client.cookie('facebook.com', 'xs');
    platform.control.endSessions('facebook', 'blank-and-back');
    const first = await client.get(HOME);
    expect(client.cookie('facebook.com', 'xs')).toBeUndefined();
    await client.get(new URL(first.headers.location ?? '', HOME).href);
    expect(client.cookie('facebook.com', 'xs')).toBe(before);
    expect((await client.get(HOME)).text).toContain('role="feed"');
  });

  it('lets the person sign out, cookies deleted', async () => {
    expect((await client.post(`${HOME}logout.php`)).status).toBe(302);
    expect(client.cookie('facebook.com', 'c_user')).toBeUndefined();
  });

  it('ends only the sessions of one account when asked to', async () => {
    expect(platform.control.endSessions('facebook', 'deletion-redirect', platform.accounts[1]?.id)).toBe(0);
    expect((await client.get(HOME)).status).toBe(200);
  });
});

describe('when Facebook is in trouble', () => {
  beforeEach(() => signInToFacebook(client, platform));

  it('answers every page with 500 and the static error page, background requests with 503', async () => {
    platform.control.setMode('facebook', 'errors');
    const reply = await client.get(HOME);
    expect(reply.status).toBe(500);
    expect(reply.text).toMatch(/<title>Error<\/title>[^]*class="core"[^]*GenerateErrorPages/);
    expect((await client.post(`${HOME}api/graphql/`)).status).toBe(503);
  });

  it('says that the account is unavailable by a fault of the site', async () => {
    platform.control.setMode('facebook', 'unavailable');
    expect((await client.get(HOME)).text).toContain('due to a site issue');
  });

  it('answers 429 when asked too often', async () => {
    platform.control.setMode('facebook', 'rate-limited');
    expect((await client.get(HOME)).status).toBe(429);
  });

  it('lays the session-expired dialog over the page', async () => {
    platform.control.setMode('facebook', 'session-expired');
    expect((await client.get(HOME)).text).toMatch(/role="dialog"[^]*Session expired/);
  });

  it('shows strangers’ warnings inside posts as an ordinary home page', async () => {
    const reply = await client.get(`${HOME}groups/warnings/`);
    expect(reply.text).toContain('role="feed"');
    expect(reply.text).toContain('Your account has been locked');
  });
});

it('shows a visitor the public page with the sign-in popup', async () => {
  const reply = await client.get(`${HOME}village.bakery/`);
  expect(reply.text).toContain('id="login_popup_cta_form"');
  expect(reply.text).toContain('comet.profile.plus_logged_out');
});
