import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { frontDoor } from '../../../feed/probes/front-door.ts';
import { createOwnNetwork } from '../../../feed/probes/own-network.ts';
import { PAGE_MARKS } from '../../../feed/probes/page-marks.ts';
import { signInPage } from '../../../feed/probes/sign-in-page.ts';
import { createBoundedFetch } from '../../../feed/sources/bounded-fetch.ts';
import type { BoundedFetch, Probe } from '../../../feed/sources/source.ts';
import type { KnownServiceId } from '../../../lib/model/service-id.ts';
import { listen, type Loopback } from '../sources/loopback.ts';
import * as pages from './pages.ts';

const NOW = Date.UTC(2026, 5, 12, 14, 20);
const HOUR = 3_600_000;
const open: Loopback[] = [];

const serve = async (answer: RequestListener): Promise<string> => {
  const loopback = await listen(answer);
  open.push(loopback);
  return loopback.base;
};
const servePage = (html: string, status = 200): Promise<string> =>
  serve((_, answer) => {
    answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const network = createOwnNetwork(['http://127.0.0.1:9/']); // Nothing listens there: this machine would count as cut off.
const made = (probe: Probe | null): Probe => {
  if (!probe) throw new Error('no such probe');
  return probe;
};
const door = (service: KnownServiceId, url: string, own = network): Probe =>
  made(frontDoor({ kind: 'front-door', service, everySeconds: 60, url }, own));
const form = (service: KnownServiceId, url: string, own = network): Probe =>
  made(signInPage({ kind: 'sign-in-page', service, everySeconds: 60, url }, own));
const fetch = createBoundedFetch();
const sees = async (probe: Probe, at = NOW): Promise<boolean | null> => (await probe.look(fetch, at)).ok;

/** A fetch whose answers are told one after the other. */
const inTurn = (...answers: (string | Awaited<ReturnType<BoundedFetch>>)[]): BoundedFetch => {
  let turn = 0;
  return async () => {
    const answer = answers[turn++] ?? '';
    return typeof answer === 'string' ? { ok: true, status: 200, type: 'text/html', text: answer } : answer;
  };
};

describe('a look at a sign-in page', () => {
  it.each([
    ['facebook', 'its form of 2025', pages.facebookForm],
    ['facebook', 'its mobile form of 2026', pages.facebookMobileForm],
    ['messenger', 'its form of 2020', pages.messengerForm],
  ] as const)('sees %s by %s', async (service, _what, html) => {
    const base = await servePage(html);
    expect(await form(service, base).look(fetch, NOW)).toEqual({ service, ok: true, at: NOW });
  });

  it.each([
    ['the error page of 2020', pages.facebookError2020],
    ['the error page of 2026', pages.facebookError2026],
  ])('does not see it in %s, though that comes with 200', async (_what, html) => {
    expect(await sees(form('facebook', await servePage(html)))).toBe(false);
  });

  it('is not taken in by a form in a comment, a script or a template', async () => {
    expect(await sees(form('facebook', await servePage(pages.facebookOther)))).not.toBe(true);
  });
});

describe('a look at a front door', () => {
  it.each([
    ['facebook', pages.facebookOther],
    ['instagram', pages.instagramShell],
    ['threads', pages.threadsShell],
    ['whatsapp', pages.whatsappShell],
    ['x', pages.xShell],
    ['messenger', pages.messengerForm],
  ] as const)('sees %s by its own files or form', async (service, html) => {
    expect(await sees(door(service, await servePage(html)))).toBe(true);
  });

  it('does not see Instagram in its error page', async () => {
    expect(await sees(door('instagram', await servePage(pages.instagramError)))).toBe(false);
  });
});

describe('any look', () => {
  it.each([500, 502, 503, 504])('at a service that answers %d has not seen it', async (status) => {
    expect(await sees(form('facebook', await servePage(pages.facebookForm, status)))).toBe(false);
  });

  it.each([400, 401, 403, 404, 429, 451])('that is turned away with %d could not look', async (status) => {
    expect(await sees(form('facebook', await servePage('', status)))).toBeNull();
  });

  it('that is sent to another host could not look', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(302, { location: 'http://localhost:1/consent' }).end();
    });
    expect(await sees(form('facebook', base))).toBeNull();
  });

  it('that gets something else than a page could not look', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    expect(await sees(form('facebook', base))).toBeNull();
  });

  it('at a page that it never recognised could not look', async () => {
    for (const html of [pages.portal, pages.facebookOther, ''])
      expect(await sees(form('facebook', await servePage(html)))).toBeNull();
  });

  it('that misses what it recognised has not seen it, until that is three hours ago', async () => {
    const probe = form('facebook', 'https://www.facebook.com/login/');
    const turns = inTurn(
      pages.facebookForm,
      pages.facebookOther,
      '',
      pages.facebookOther,
      pages.facebookForm,
    );
    const seen: (boolean | null)[] = [];
    for (const at of [0, HOUR / 60, 3 * HOUR, 3 * HOUR + 1, 4 * HOUR])
      seen.push((await probe.look(turns, NOW + at)).ok);
    expect(seen).toEqual([true, false, false, null, true]);
  });

  it('that is turned away could not look, also when it recognised the page before', async () => {
    const probe = form('facebook', 'https://www.facebook.com/login/');
    const turns = inTurn(
      pages.facebookForm,
      { ok: true, status: 403, type: 'text/html', text: '' },
      { ok: false, fault: 'elsewhere' },
    );
    expect((await probe.look(turns, NOW)).ok).toBe(true);
    expect((await probe.look(turns, NOW + 1)).ok).toBeNull();
    expect((await probe.look(turns, NOW + 2)).ok).toBeNull();
  });

  it('that reaches nothing has not seen the service while other sites answer', async () => {
    const gone = await listen(() => undefined);
    await gone.close();
    const other = await servePage('', 404);
    expect(await sees(form('facebook', gone.base, createOwnNetwork(['http://127.0.0.1:9/', other])))).toBe(
      false,
    );
  });

  it('that reaches nothing could not look while nothing else answers either', async () => {
    const gone = await listen(() => undefined);
    await gone.close();
    expect(await sees(form('facebook', gone.base))).toBeNull();
    expect(await sees(form('facebook', 'http://name.invalid/'))).toBeNull();
  });

  it('that waits in vain asks the same', async () => {
    const other = await servePage('x');
    const own = createOwnNetwork([other]);
    const timeout = inTurn(
      { ok: false, fault: 'timeout' },
      { ok: true, status: 200, type: 'text/plain', text: '' },
    );
    expect((await form('facebook', 'https://www.facebook.com/', own).look(timeout, NOW)).ok).toBe(false);
  });

  it('sends no credentials and keeps no cookie', async () => {
    const cookies: (string | undefined)[] = [];
    const base = await serve((request, answer) => {
      cookies.push(request.headers.cookie, request.headers.authorization);
      answer
        .writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'datr=1; Path=/' })
        .end(pages.facebookForm);
    });
    const probe = form('facebook', base);
    await sees(probe);
    await sees(probe);
    expect(cookies).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('the own network', () => {
  it('is asked at most every half minute, however many probes fail', async () => {
    let asked = 0;
    const own = createOwnNetwork([
      await serve((_, answer) => {
        asked += 1;
        answer.end();
      }),
    ]);
    await Promise.all([0, 1, 29_000].map((later) => own.isUp(fetch, NOW + later)));
    expect(asked).toBe(1);
    await own.isUp(fetch, NOW + 30_000);
    expect(asked).toBe(2);
  });
});

describe('the table of marks', () => {
  it.each(Object.entries(PAGE_MARKS))(
    'says for %s when it was seen, where it is, and what tells it',
    (_id, marks) => {
      expect(marks.seen).toBeGreaterThanOrEqual(2020);
      expect(marks.frontDoor).toMatch(/^https:/);
      expect(marks.own.length).toBeGreaterThan(0);
      expect(marks.form.length > 0).toBe(marks.signIn !== null);
    },
  );
});
