import { describe, expect, it } from 'vitest';
import { metastatusRss } from '../../../feed/sources/metastatus-rss.ts';
import { webOf } from './fake-fetch.ts';

const BASE = 'https://metastatus.com/';
const LOGIN = `${BASE}outage-events-feed-facebook-login.rss`;
const MESSENGER = `${BASE}outage-events-feed-messenger.rss`;
const NOW = Date.UTC(2026, 5, 12, 14, 20);

const source = metastatusRss({
  kind: 'metastatus-rss',
  name: 'metastatus',
  base: BASE,
  everySeconds: 300,
  orgs: [
    { org: 'facebook-login', service: 'facebook' },
    { org: 'messenger', service: 'messenger' },
  ],
});

/** The channel's own date is months old, as it is in life. */
const feed = (...items: string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>
  <rss version="2.0"><channel><title>Facebook Login Status</title><link>https://metastatus.com/facebook-login</link>
  <description>Status updates for Facebook Login</description><lastBuildDate>Fri, 15 Aug 2025 09:00:00 +0000</lastBuildDate>
  ${items.join('')}</channel></rss>`;

const item = (title: string, text: string, date = 'Fri, 12 Jun 2026 13:55:00 +0000'): string =>
  `<item><title>${title}</title><description>${text}</description><pubDate>${date}</pubDate><guid>1</guid></item>`;

const wordOf = async (login: string, messenger = feed()) => {
  const result = await source.read(webOf({ [LOGIN]: login, [MESSENGER]: messenger }), NOW);
  return result.ok
    ? (result.readings.find(({ service }) => service === 'facebook')?.word ?? null)
    : result.fault;
};

describe('metastatus through its RSS feeds', () => {
  it('reads how grave an event is from its title, and its words and time', async () => {
    expect(
      await wordOf(feed(item('[High disruptions]: Sign-in', 'Some people can&apos;t sign in.'))),
    ).toEqual({
      source: 'metastatus',
      status: 'outage',
      text: 'Some people can&apos;t sign in.',
      url: 'https://metastatus.com/facebook-login',
      at: '2026-06-12T13:55:00.000Z',
    });
  });

  it('takes a feed without open events for an all-clear, however old its date', async () => {
    expect(await wordOf(feed())).toMatchObject({ status: 'operational', at: null });
  });

  it.each([
    'High disruptions',
    '[Some disruption]: Sign-in',
    '[]: Sign-in',
    '',
    '[Low disruptions]: Sign-in',
  ])('says nothing, and gives no all-clear, at an event called "%s"', async (title) => {
    expect(await wordOf(feed(item(title, 'Words')))).toBeNull();
  });

  it('takes the gravest of several events', async () => {
    const events = [item('[Medium disruptions]: A', 'a'), item('[High disruptions]: B', 'b')];
    expect(await wordOf(feed(...events))).toMatchObject({ status: 'outage' });
  });

  it('tells of the feeds that can be read when another cannot', async () => {
    const open = feed(item('[High disruptions]: Sign-in', 'x'));
    expect(await source.read(webOf({ [LOGIN]: open }), NOW)).toMatchObject({
      ok: true,
      readings: [{ service: 'facebook' }],
    });
    expect(
      await source.read(webOf({ [LOGIN]: { fault: 'timeout' }, [MESSENGER]: { status: 500 } }), NOW),
    ).toEqual({
      ok: false,
      fault: 'timeout',
    });
  });

  it.each([
    ['a page of HTML', '<!doctype html><html><body><div id="root"></div></body></html>'],
    ['a feed that is cut off', feed(item('[High disruptions]: Sign-in', 'x')).slice(0, -20)],
    ['a feed cut off before its first event', '<rss version="2.0"><channel><title>Status</title>'],
  ])('finds %s malformed, no all-clear', async (_what, text) => {
    const result = await source.read(webOf({ [LOGIN]: text, [MESSENGER]: text }), NOW);
    expect(result).toEqual({ ok: false, fault: 'malformed' });
  });
});
