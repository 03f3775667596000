import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Tab } from '../harness/browser-under-test.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import { Probe, PROBE, type ProbeEvent } from './probe.ts';

const HOME = 'https://www.facebook.com/';
const isError = ({ event }: ProbeEvent) => event === 'error';

inBothBrowsers('webRequest', { extension: () => PROBE }, (stage) => {
  const chromium = stage.name === 'chromium';
  let probe: Probe;
  let tab: Tab;
  beforeAll(async () => {
    probe = await Probe.open(stage.browser);
    tab = await stage.browser.newTab();
  });
  afterEach(async () => {
    stage.platform.control.heal();
    await stage.browser.healHosts();
    await stage.browser.setOffline(false);
  });

  const errorOf = async (act: () => Promise<unknown>): Promise<ProbeEvent | undefined> =>
    (await probe.eventsOf(act, isError)).find(isError);

  it('names each failure of a navigation', async () => {
    const { control } = stage.platform;
    const found: Record<string, string | undefined> = {};
    await stage.browser.failHost('www.facebook.com', 'not-found');
    found['name'] = (await errorOf(() => tab.goto(HOME)))?.error;
    await stage.browser.failHost('www.facebook.com', 'refused');
    found['refused'] = (await errorOf(() => tab.goto(HOME)))?.error;
    await stage.browser.healHosts();
    control.setDelivery('facebook', 'reset');
    found['reset'] = (await errorOf(() => tab.goto(HOME)))?.error;
    control.setDelivery('facebook', 'closed');
    found['closed'] = (await errorOf(() => tab.goto(HOME)))?.error;
    control.heal();
    control.setForeignCertificate('facebook', true);
    found['certificate'] = (await errorOf(() => tab.goto(HOME)))?.error;
    control.heal();
    await stage.browser.setOffline(true);
    found['offline'] = (await errorOf(() => tab.goto(HOME)))?.error;
    expect(found).toEqual(
      chromium
        ? {
            name: 'net::ERR_NAME_NOT_RESOLVED',
            refused: 'net::ERR_CONNECTION_REFUSED',
            reset: 'net::ERR_CONNECTION_RESET',
            closed: 'net::ERR_EMPTY_RESPONSE',
            certificate: 'net::ERR_CERT_AUTHORITY_INVALID',
            offline: 'net::ERR_INTERNET_DISCONNECTED',
          }
        : {
            name: 'NS_ERROR_UNKNOWN_HOST',
            refused: 'NS_ERROR_CONNECTION_REFUSED',
            reset: 'NS_ERROR_NET_RESET',
            closed: 'NS_ERROR_NET_RESET',
            certificate: 'The certificate is not trusted because it is self-signed.',
            offline: 'NS_ERROR_OFFLINE',
          },
    );
  });

  it('tells a failed fetch of the background itself, in no tab', async () => {
    await stage.browser.failHost('www.facebook.com', 'not-found');
    const event = await errorOf(() => probe.ask({ deed: 'fetch', url: HOME }));
    expect(event).toMatchObject({
      ownFetch: true,
      error: chromium ? 'net::ERR_NAME_NOT_RESOLVED' : 'NS_ERROR_UNKNOWN_HOST',
    });
  });

  it('tells the background’s own time limit as an abort like any other', async () => {
    stage.platform.control.setDelivery('facebook', 'hang');
    const event = await errorOf(() => probe.ask({ deed: 'fetchWithLimit', url: HOME, limit: 200 }));
    expect(event?.error).toBe(chromium ? 'net::ERR_ABORTED' : 'NS_BINDING_ABORTED');
  });

  it('shows Set-Cookie without extraHeaders in Firefox only, several in one header', async () => {
    await stage.browser.clearCookies();
    const isHeaders = ({ event, url }: ProbeEvent) => event === 'headers' && url === HOME;
    const headers = (await probe.eventsOf(() => tab.goto(HOME), isHeaders)).find(isHeaders);
    expect(headers).toMatchObject(
      chromium ? { setCookieHeaders: 0 } : { setCookieHeaders: 1, names: ['datr', 'sb', 'fr'] },
    );
  });

  it('tells a 5xx as completed', async () => {
    stage.platform.control.setMode('facebook', 'errors');
    const isDone = ({ event, url }: ProbeEvent) => event === 'completed' && url === HOME;
    const done = (await probe.eventsOf(() => tab.goto(HOME), isDone)).find(isDone);
    expect(done?.status).toBe(500);
  });
});
