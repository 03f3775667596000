import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPlatform, type Platform } from '../../platform/start-platform.ts';
import { PlatformClient, signInToFacebook } from './platform-client.ts';

const HOME = 'https://www.facebook.com/';
const OTHER = 'https://example.org/';
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

describe('how answers travel', () => {
  it('resets or closes the connection of one service and leaves others alone', async () => {
    platform.control.setDelivery('facebook', 'reset');
    await expect(client.get(HOME)).rejects.toThrow('read ECONNRESET');
    platform.control.setDelivery('facebook', 'closed');
    await expect(client.get(HOME)).rejects.toThrow('socket hang up');
    expect((await client.get(OTHER)).status).toBe(200);
  });

  it('hangs, or stops in the middle, until the other side gives up', async () => {
    platform.control.setDelivery('facebook', 'hang');
    await expect(client.get(HOME)).rejects.toThrow('no answer within a second');
    platform.control.setDelivery('facebook', 'half-open');
    await expect(client.get(HOME)).rejects.toThrow();
  });

  it('takes its time when it is slow', async () => {
    platform.control.setDelivery('facebook', 'slow', 150);
    const begin = performance.now();
    expect((await client.get(HOME)).status).toBe(200);
    expect(performance.now() - begin).toBeGreaterThanOrEqual(145);
  });
});

describe('a network in between', () => {
  it('shows a certificate that nobody trusts, on every host or on one service', async () => {
    platform.control.setPortal('foreign-certificate');
    await expect(client.get(HOME)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    await expect(client.get(OTHER)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    platform.control.heal();
    platform.control.setForeignCertificate('facebook', true);
    await expect(client.get(HOME)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect((await client.get(OTHER)).status).toBe(200);
  });

  it('sends everybody to its own page', async () => {
    platform.control.setPortal('redirect');
    expect((await client.get(HOME)).headers.location).toBe('https://portal.outage-or-hacked.test/hello');
    expect((await client.get('https://portal.outage-or-hacked.test/hello')).text).toContain('Wi-Fi');
  });

  it('refuses with the page of a proxy', async () => {
    platform.control.setPortal('proxy-block');
    const reply = await client.get(HOME);
    expect([reply.status, reply.text.includes('id="ERR_ACCESS_DENIED"')]).toEqual([403, true]);
  });
});

describe('the control host', () => {
  const command = (body: unknown) =>
    client.ask('https://control.outage-or-hacked.test/', { method: 'POST', body: JSON.stringify(body) });

  it('does over HTTP what a test does in the process', async () => {
    await signInToFacebook(client, platform);
    const ended = await command({ do: 'end-sessions', service: 'facebook', how: 'bare-redirect' });
    expect(JSON.parse(ended.text)).toEqual({ ended: 1 });
    await command({ do: 'mode', service: 'facebook', mode: 'errors' });
    expect((await client.get(HOME)).status).toBe(500);
    await command({ do: 'heal' });
    expect((await client.get(HOME)).status).toBe(302);
  });

  it('says what it expected when it does not understand', async () => {
    const reply = await command({ do: 'mode', service: 'facebook', mode: 'sulking' });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('healthy');
  });
});

it('logs who asked for what, and no secret of it', async () => {
  platform.requests.clear();
  await signInToFacebook(client, platform);
  await client.get(`${HOME}groups/feed/`);
  expect(platform.requests.all().map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /login/device-based/regular/login/',
    'GET /groups/feed/',
  ]);
  expect(platform.secrets.foundIn(JSON.stringify(platform.requests.all()))).toEqual([]);
});

it('finds its own secrets where they stand', () => {
  const [account] = platform.accounts;
  expect(platform.secrets.foundIn(`typed ${account?.password ?? ''}`)).toEqual(['password']);
});

it('speaks the official words, and answers a page where nothing is', async () => {
  platform.control.setOfficial('facebook-login', 'High disruptions');
  const orgs = JSON.parse((await client.get('https://metastatus.com/data/orgs.json')).text) as {
    id: string;
  }[];
  expect(orgs).toContainEqual(
    expect.objectContaining({
      id: 'facebook-login',
      services: [expect.objectContaining({ status: 'High disruptions' })],
    }),
  );
  const shell = await client.get('https://metastatus.com/nowhere');
  expect(shell.headers['content-type']).toContain('text/html');
});
