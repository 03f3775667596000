import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPlatform, type Platform } from '../../platform/start-platform.ts';
import { PlatformClient, signInToInstagram } from './platform-client.ts';

const HOME = 'https://www.instagram.com/';
let platform: Platform;
let client: PlatformClient;

beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(() => {
  platform.control.heal();
  client = new PlatformClient(platform);
});

describe('signing in to Instagram', () => {
  it('answers in the background, blanks the session cookie and sets it in the same breath', async () => {
    const reply = await signInToInstagram(client, platform);
    expect(JSON.parse(reply.text)).toMatchObject({ authenticated: true, status: 'ok' });
    const session = reply.setCookies.filter((line) => line.startsWith('sessionid='));
    expect(session[0]).toMatch(/^sessionid=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0;/);
    expect(session[1]).toMatch(/; Max-Age=31536000; path=\/; domain=\.instagram\.com; secure; httponly$/);
    expect(client.cookie('instagram.com', 'ds_user_id')).toBe(platform.accounts[0]?.id);
    expect(client.cookie('instagram.com', 'mid')).toBeDefined();
  });

  it('marks the home page of somebody signed in by classes and data, with USER_ID 0 all the same', async () => {
    await signInToInstagram(client, platform);
    const { text } = await client.get(HOME);
    expect(text).toContain(' logged-in ');
    expect(text).toContain('"USER_ID":"0"');
    expect(text).toContain(`"NON_FACEBOOK_USER_ID":"${platform.accounts[0]?.id ?? ''}"`);
  });

  it('refuses the right password while sign-in is out, with the words for a wrong one', async () => {
    platform.control.setMode('instagram', 'sign-in-outage');
    const reply = await signInToInstagram(client, platform);
    expect(JSON.parse(reply.text)).toEqual({ user: true, authenticated: false, status: 'ok' });
    expect(client.cookie('instagram.com', 'sessionid')).toBeUndefined();
  });

  it('leads accounts under a check to the address of the check', async () => {
    const checks = [
      ['suspended', 'https://www.instagram.com/accounts/suspended/', 'We suspended your account'],
      ['challenge', '/challenge/1/0/', 'SelectVerificationMethodForm'],
      ['unusual-login', '/challenge/2/0/', 'Unusual Login Attempt'],
      ['checkpoint', '/auth_platform/codeentry/?apc=0', 'Check your email'],
      ['contact-changed', '/challenge/3/0/', 'Your email address was changed'],
    ] as const;
    for (const [mode, address, words] of checks) {
      platform.control.setMode('instagram', mode);
      const reply = await signInToInstagram(client, platform);
      expect(reply.status).toBe(400);
      expect(JSON.parse(reply.text)).toMatchObject({
        message: 'checkpoint_required',
        checkpoint_url: address,
      });
      expect((await client.get(new URL(address, HOME).href)).text).toContain(words);
    }
  });

  it('asks for a second factor', async () => {
    platform.control.setMode('instagram', 'two-factor');
    expect((await signInToInstagram(client, platform)).text).toContain('two_factor_required');
    await client.post(`${HOME}accounts/login/two_factor?next=%2F`, {
      verificationCode: platform.accounts[0]?.code ?? '',
    });
    expect(client.cookie('instagram.com', 'sessionid')).toBeDefined();
  });
});

describe('how Instagram ends a session', () => {
  beforeEach(() => signInToInstagram(client, platform));

  it('empties the cookie on a redirect to the sign-in page', async () => {
    platform.control.endSessions('instagram', 'deletion-redirect');
    const reply = await client.get(HOME);
    expect(reply.headers.location).toBe('/accounts/login/?next=%2F');
    expect(client.cookie('instagram.com', 'sessionid')).toBeUndefined();
    expect(client.cookie('instagram.com', 'mid')).toBeDefined();
  });

  it('redirects without emptying anything', async () => {
    platform.control.endSessions('instagram', 'bare-redirect');
    expect((await client.get(HOME)).setCookies).toEqual([]);
    expect((await client.get(`${HOME}accounts/login/`)).text).toContain('id="loginForm"');
  });

  it('shows the sign-in form at the address that was asked for', async () => {
    platform.control.endSessions('instagram', 'zero-user-page');
    const reply = await client.get(`${HOME}explore/`);
    expect([reply.status, reply.text.includes('id="loginForm"')]).toEqual([200, true]);
  });

  it('answers its interface with 403 login_required', async () => {
    platform.control.endSessions('instagram', 'json');
    const reply = await client.post(`${HOME}api/v1/feed/timeline/`);
    expect(reply.status).toBe(403);
    expect(JSON.parse(reply.text)).toMatchObject({ message: 'login_required', logout_reason: 8 });
  });

  it('gives a false alarm and puts the cookie back', async () => {
    const before = client.cookie('instagram.com', 'sessionid');
    platform.control.endSessions('instagram', 'blank-and-back');
    const first = await client.get(HOME);
    expect(client.cookie('instagram.com', 'sessionid')).toBeUndefined();
    await client.get(new URL(first.headers.location ?? '', HOME).href);
    expect(client.cookie('instagram.com', 'sessionid')).toBe(before);
  });

  it('lets the person sign out in the background', async () => {
    await client.post(`${HOME}api/v1/web/accounts/logout/ajax/`);
    expect(client.cookie('instagram.com', 'sessionid')).toBeUndefined();
    expect((await client.get(HOME)).text).toContain('id="loginForm"');
  });
});

it('fails with its own error page, and with JSON where programs ask', async () => {
  platform.control.setMode('instagram', 'errors');
  const reply = await client.get(HOME);
  expect(reply.status).toBe(500);
  expect(reply.text).toContain('polaris.httpErrorPage');
  expect((await client.post(`${HOME}api/v1/feed/timeline/`)).status).toBe(503);
});

it('asks to wait with 429', async () => {
  platform.control.setMode('instagram', 'rate-limited');
  expect((await client.get(HOME)).status).toBe(429);
});
