import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBrowsers } from '../../../scripts/ensure-browsers.ts';
import { openPageReader, type PageReader } from '../../../scripts/classify/page-reader.ts';
import type { PageKind } from '../../../lib/model/page-kind.ts';
import { CHECKPOINTS } from '../../platform/site-state.ts';
import { startPlatform, type Platform } from '../../platform/start-platform.ts';
import { PlatformClient, signInToFacebook, signInToInstagram } from '../../unit/platform/platform-client.ts';

const FACEBOOK = 'https://www.facebook.com';
const INSTAGRAM = 'https://www.instagram.com';

let platform: Platform;
let client: PlatformClient;
let reader: PageReader;

beforeAll(async () => {
  const { chromium } = await ensureBrowsers();
  [platform, reader] = await Promise.all([startPlatform(), openPageReader(chromium)]);
});
afterAll(async () => {
  await reader.close();
  await platform.close();
});
beforeEach(() => {
  platform.control.heal();
  client = new PlatformClient(platform);
});

/** Goes to an address, follows redirects, and says what the extension's own classifier makes of the page. */
const kindAt = async (service: string, address: string): Promise<PageKind | null> => {
  const reply = await client.get(address);
  const to = reply.headers.location;
  if (to !== undefined) return kindAt(service, new URL(to, address).href);
  return (await reader.classify(address, reply.text, service)).page;
};

const afterFacebookSignIn = async (): Promise<PageKind | null> => {
  const { headers } = await signInToFacebook(client, platform);
  return kindAt('facebook', new URL(headers.location ?? '', FACEBOOK).href);
};

const afterInstagramSignIn = async (): Promise<PageKind | null> => {
  const told = JSON.parse((await signInToInstagram(client, platform)).text) as { checkpoint_url?: string };
  return kindAt('instagram', new URL(told.checkpoint_url ?? '/', INSTAGRAM).href);
};

describe('the simulated Facebook, seen by the extension’s classifier', () => {
  it('is what it plays for a visitor', async () => {
    expect(await kindAt('facebook', `${FACEBOOK}/`)).toBe('login');
    expect(await kindAt('facebook', `${FACEBOOK}/login/`)).toBe('login');
    expect(await kindAt('facebook', `${FACEBOOK}/village.bakery/`)).toBe('public');
  });

  it.each([
    ['healthy', 'home'],
    ['sign-in-outage', 'wrong-password'],
    ['old-password', 'old-password'],
    ['two-factor', 'two-factor'],
    ['suspended', 'suspended'],
    ['unusual-login', 'unusual-login'],
    ['contact-changed', 'contact-changed'],
  ] as const)('after a right password, in mode %s, shows %s', async (mode, kind) => {
    platform.control.setMode('facebook', mode);
    expect(await afterFacebookSignIn()).toBe(kind);
  });

  it('shows each checkpoint as what its number means', async () => {
    platform.control.setMode('facebook', 'checkpoint', CHECKPOINTS.locked);
    expect(await afterFacebookSignIn()).toBe('locked');
    platform.control.setMode('facebook', 'checkpoint', CHECKPOINTS.suspended);
    expect(await afterFacebookSignIn()).toBe('suspended');
    platform.control.setMode('facebook', 'checkpoint', '');
    expect(await afterFacebookSignIn()).toBe('checkpoint');
  });

  it.each([
    ['errors', 'error'],
    ['unavailable', 'unavailable'],
    ['rate-limited', 'rate-limited'],
    ['session-expired', 'session-expired'],
  ] as const)('in mode %s shows somebody signed in the page %s', async (mode, kind) => {
    await signInToFacebook(client, platform);
    platform.control.setMode('facebook', mode);
    expect(await kindAt('facebook', `${FACEBOOK}/`)).toBe(kind);
  });

  it('stays a home page whatever is written in it', async () => {
    await signInToFacebook(client, platform);
    expect(await kindAt('facebook', `${FACEBOOK}/groups/warnings/`)).toBe('home');
    expect(await kindAt('facebook', `${FACEBOOK}/groups/hostile/`)).toBe('home');
  });

  it.each(['deletion-redirect', 'bare-redirect', 'zero-user-page'] as const)(
    'shows the sign-in page after the end %s',
    async (ending) => {
      await signInToFacebook(client, platform);
      platform.control.endSessions('facebook', ending);
      expect(await kindAt('facebook', `${FACEBOOK}/`)).toBe('login');
    },
  );
});

describe('the simulated Instagram, seen by the extension’s classifier', () => {
  it('is what it plays for a visitor', async () => {
    expect(await kindAt('instagram', `${INSTAGRAM}/`)).toBe('login');
    expect(await kindAt('instagram', `${INSTAGRAM}/accounts/login/`)).toBe('login');
    expect(await kindAt('instagram', `${INSTAGRAM}/village.bakery/`)).toBe('public');
  });

  it.each([
    ['healthy', 'home'],
    ['suspended', 'suspended'],
    ['challenge', 'checkpoint'],
    ['checkpoint', 'checkpoint'],
    ['unusual-login', 'unusual-login'],
    ['contact-changed', 'contact-changed'],
  ] as const)('after a right password, in mode %s, shows %s', async (mode, kind) => {
    platform.control.setMode('instagram', mode);
    expect(await afterInstagramSignIn()).toBe(kind);
  });

  it.each([
    ['errors', 'error'],
    ['unavailable', 'unavailable'],
    ['rate-limited', 'rate-limited'],
  ] as const)('in mode %s shows somebody signed in the page %s', async (mode, kind) => {
    await signInToInstagram(client, platform);
    platform.control.setMode('instagram', mode);
    expect(await kindAt('instagram', `${INSTAGRAM}/`)).toBe(kind);
  });

  it('asks for the second factor', async () => {
    expect(await kindAt('instagram', `${INSTAGRAM}/accounts/login/two_factor?next=%2F`)).toBe('two-factor');
  });
});

it('shows the pages of the other services as a visitor sees them', async () => {
  expect(await kindAt('messenger', 'https://www.messenger.com/t/1/')).toBe('login');
  expect(await kindAt('threads', 'https://www.threads.com/login')).toBe('login');
  expect(await kindAt('x', 'https://x.com/i/flow/login')).toBe('login');
  expect(await kindAt('whatsapp', 'https://web.whatsapp.com/?post_logout=1&logout_reason=3')).toBe('login');
});

it('shows a proxy’s refusal as blocked', async () => {
  platform.control.setPortal('proxy-block');
  expect(await kindAt('facebook', `${FACEBOOK}/`)).toBe('blocked');
});
