import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FEED_HOST, STATUS_HOST } from '../../platform/hosts.ts';
import { openPlainDoor } from '../../platform/plain-door.ts';
import { startPlatform, type Platform } from '../../platform/start-platform.ts';
import { PlatformClient } from './platform-client.ts';

const FEED = `https://${FEED_HOST}/v1/feed.json`;
let platform: Platform;
let client: PlatformClient;
let server: Server;
let sequence = 0;
let asked: IncomingMessage | null = null;

beforeAll(async () => {
  platform = await startPlatform();
  server = createServer((request, response) => {
    asked = request;
    response.writeHead(200, { 'content-type': 'application/jose+json', 'access-control-allow-origin': '*' });
    response.end(`file ${(sequence += 1)}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await platform.close();
});
beforeEach(() => {
  client = new PlatformClient(platform);
  Object.assign(platform.feedFront, {
    to: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mode: 'pass',
    clock: null,
  });
});

describe('what stands before a real feed server', () => {
  it('passes on what is asked, names the client, and hands back file and headers', async () => {
    const answer = await client.get(FEED);
    expect(answer.text).toBe(`file ${sequence}`);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/jose+json',
      'access-control-allow-origin': '*',
    });
    expect(asked?.url).toBe('/v1/feed.json');
    expect(asked?.headers['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('gives out a file of earlier again', async () => {
    await platform.feedFront.save();
    const saved = `file ${sequence}`;
    expect((await client.get(FEED)).text).not.toBe(saved);
    platform.feedFront.mode = 'saved-file';
    expect((await client.get(FEED)).text).toBe(saved);
  });

  it('plays a portal with a page of its own, and one that redirects', async () => {
    platform.feedFront.mode = 'portal-page';
    expect((await client.get(FEED)).text).toContain('Wi-Fi');
    platform.feedFront.mode = 'portal-redirect';
    expect((await client.get(FEED)).headers.location).toContain('portal');
  });

  it('answers 502 where nobody listens behind it, and the stand-in answers where there is none', async () => {
    platform.feedFront.to = 'http://127.0.0.1:1';
    expect((await client.get(FEED)).status).toBe(502);
    platform.feedFront.to = null;
    expect((await client.get(FEED)).text).toContain('"signatures"');
  });

  it('tells the time of a server whose clock was set', async () => {
    platform.feedFront.clock = () => Date.UTC(2024, 2, 5, 15);
    expect((await client.get(FEED)).headers.date).toBe('Tue, 05 Mar 2024 15:00:00 GMT');
  });
});

it('programs reach the hosts over plain HTTP, and read what the status page wrote', async () => {
  platform.control.setOfficial('facebook-login', 'Resolved', 'It is over.', Date.UTC(2024, 2, 5, 17, 21));
  const door = await openPlainDoor(platform.ask);
  const read = async (path: string) => (await fetch(`${door.at(STATUS_HOST)}${path}`)).json();
  expect(await read('data/outages/facebook-login.json')).toMatchObject([
    { status: 'Resolved', posts: [{ description: 'It is over.', time: '2024-03-05T17:21:00.000Z' }] },
  ]);
  expect(await read('data/orgs.json')).toContainEqual(
    expect.objectContaining({
      id: 'facebook-login',
      services: [expect.objectContaining({ status: 'No known issues' })],
    }),
  );
  expect(await (await fetch(`${door.at('www.facebook.com')}login/`)).text()).toContain('login_form');
  await door.close();
});
