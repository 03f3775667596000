import { describe, expect, it } from 'vitest';
import { toMillis } from '../../../lib/model/timestamp.ts';
import { answerOf } from '../../../scripts/calibrate/person/answer.ts';
import { drawPerson } from '../../../scripts/calibrate/person/person.ts';
import { createRandom } from '../../../scripts/calibrate/random.ts';
import { blur } from '../../../scripts/calibrate/sensors/blur.ts';
import { feedEntryAt } from '../../../scripts/calibrate/sensors/feed-entry.ts';
import { drawSensors, type FeedLink, type Sensors } from '../../../scripts/calibrate/sensors/sensors.ts';
import { shapeOfEnd } from '../../../scripts/calibrate/sensors/session-shape.ts';
import { levelAt, quietFault, type Fault } from '../../../scripts/calibrate/truth/fault.ts';
import { calmSituation, UNTOUCHED } from '../../../scripts/calibrate/truth/situation.ts';
import { answer, at, ended, login, page } from './log.ts';

const random = createRandom(3);
const perfect: Sensors = {
  ...drawSensors(random, ['facebook']),
  browser: 'chromium',
  loss: 0,
  doubling: 0,
  gap: 0,
};
const log = [ended('server', 1), page('login', 2), login('rejected', 30), answer('was-signed-in', 'yes', 40)];

describe('what the sensors make of a log', () => {
  it('loses lines, but never what the person said', () => {
    expect(blur(random, { ...perfect, loss: 1 }, log, at(0))).toEqual([log[3]]);
  });

  it('writes lines twice, a moment later', () => {
    const kinds = blur(random, { ...perfect, doubling: 1 }, log, at(0)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'login')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'answer')).toHaveLength(1);
  });

  it('is late now and then, so that lines change places', () => {
    const orders = Array.from({ length: 200 }, () =>
      blur(random, perfect, [page('login', 2), ended('server', 2.2)], at(0))
        .sort((a, b) => toMillis(a.at) - toMillis(b.at))
        .map(({ kind }) => kind)
        .join(),
    );
    expect(new Set(orders)).toEqual(new Set(['page,session', 'session,page']));
  });

  it('keeps together what one event brought about', () => {
    const same = [login('rejected', 30), page('wrong-password', 30)];
    const [first, second] = blur(random, perfect, same, at(0));
    expect(first?.at).toBe(second?.at);
  });

  it('leaves the days before as they were kept', () => {
    const past = [login('accepted', -86_400)];
    expect(blur(random, { ...perfect, loss: 1 }, past, at(0))).toEqual(past);
  });
});

describe('how the end of a session looks', () => {
  const looks = (
    browser: Sensors['browser'],
    how: Parameters<typeof shapeOfEnd>[2]['how'],
    whileClosed = false,
  ) => {
    const end = { service: 'facebook', at: at(0), how, whileClosed } as const;
    const shapes = Array.from({ length: 200 }, () => shapeOfEnd(random, { ...perfect, browser }, end));
    const counts = Map.groupBy(
      shapes,
      (shape) => shape && `${shape.by}${shape.deviceForgotten ? ', device' : ''}`,
    );
    return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
  };

  it('tells in Chromium who did it', () => {
    expect(looks('chromium', 'server')).toBe('server');
    expect(looks('chromium', 'expiry')).toBe('expiry');
    expect(looks('chromium', 'eviction')).toBe('eviction');
    expect(looks('chromium', 'wipe')).toBe('browser, device');
    expect(looks('chromium', 'session-cookie-only')).toBe('browser');
    expect(looks('chromium', 'own')).toBe('user');
  });

  it('mixes up in Firefox the server and an extension that takes the session cookie alone', () => {
    expect(looks('firefox', 'server')).toBe('server');
    expect(looks('firefox', 'session-cookie-only')).toBe('server');
    expect(looks('firefox', 'wipe')).toBe('browser, device');
  });

  it('is unknown of what went while the browser was closed, and nothing where only the page says it', () => {
    expect(looks('chromium', 'wipe', true)).toBe('unknown, device');
    expect(looks('chromium', 'in-page')).toBeNull();
  });
});

describe('the generated feed', () => {
  const fault: Fault = {
    ...quietFault('facebook', { start: at(0), full: at(300), easing: at(7200), end: at(9000) }),
    frontDoor: 0.95,
    crowd: { times: 200, symptoms: { errors: 0.8 }, scope: 'global', officialAfter: 1_800_000 },
  };
  const link: FeedLink = {
    state: 'good',
    fails: 0,
    oldest: 60,
    witness: true,
    crowdAfter: 120_000,
    probesAfter: 240_000,
    deaf: false,
    wolf: null,
  };
  const says = (seconds: number, more: Partial<FeedLink> = {}, of: Partial<Fault> = {}) =>
    feedEntryAt(random, [{ ...fault, ...of }], 'facebook', { ...link, ...more }, at(seconds));

  it('knows nothing in the first minutes, then the crowd, then the probes, then the official word', () => {
    expect(says(30)).toMatchObject({ status: 'operational', symptoms: {}, since: null });
    expect(says(150)).toMatchObject({ status: 'operational', official: { status: 'operational' } });
    expect(Object.keys(says(150).symptoms)).toEqual(['errors']);
    expect(says(600).status).toBe('outage');
    expect(says(600, {}, { frontDoor: 0 }).status).toBe('degraded');
    expect(says(2400, {}, { frontDoor: 0 })).toMatchObject({
      status: 'outage',
      official: { status: 'outage' },
    });
  });

  it('calls nothing an outage without its witness, and knows no crowd without its intake', () => {
    expect(says(2400, { witness: false }).status).toBe('degraded');
    expect(says(600, { deaf: true }, { frontDoor: 0 })).toMatchObject({ status: 'unknown', reports: null });
  });

  it('lingers ten minutes after the end, and is healthy for others', () => {
    expect(says(9300, {}, { crowd: { ...fault.crowd, officialAfter: null } }).symptoms).not.toEqual({});
    expect(says(9900, {}, { crowd: { ...fault.crowd, officialAfter: null } }).status).toBe('operational');
    expect(feedEntryAt(random, [fault], 'instagram', link, at(600)).status).toBe('operational');
  });

  it('is told by a fault that rises, stays and eases', () => {
    expect([-1, 150, 1000, 8100, 9000].map((seconds) => levelAt(fault, at(seconds)))).toEqual([
      0, 0.5, 1, 0.5, 0,
    ]);
  });
});

describe('what people answer', () => {
  const honest = { ...drawPerson(random), unsure: 0, mistaken: 0, looksAtMail: true, otherDevice: true };
  const thief = {
    passwordChanged: true,
    contactChanged: false,
    oldPasswordSaid: 0,
    contactPage: 0,
    unusualPage: 0,
    mail: true,
    posts: false,
  };
  const robbed = {
    ...calmSituation('facebook', ['facebook'], at(0), ['account-compromise']),
    accounts: { facebook: { ...UNTOUCHED, thief } },
  };
  const calm = calmSituation('facebook', ['facebook'], at(0), ['session-expired']);
  const share = (what: Parameters<typeof answerOf>[1], situation: typeof calm, person = honest) =>
    Array.from({ length: 400 }, () => answerOf(random, what, situation, person, at(60))).filter(
      (said) => said === 'yes',
    ).length / 400;

  it('is mostly what is so', () => {
    expect(share('security-email-unrecognised', robbed)).toBeGreaterThan(0.9);
    expect(share('security-email-unrecognised', calm)).toBeLessThan(0.05);
    expect(share('works-on-another-device', robbed)).toBeLessThan(0.3);
    expect(share('works-on-another-device', calm)).toBeGreaterThan(0.85);
    expect(share('changed-password-yourself', robbed)).toBe(0);
  });

  it('is not seen by who does not look, and wrong from who is mistaken', () => {
    expect(share('security-email-unrecognised', robbed, { ...honest, looksAtMail: false })).toBe(0);
    expect(share('changed-password-yourself', robbed, { ...honest, mistaken: 1 })).toBe(1);
    expect(share('changed-password-yourself', robbed, { ...honest, mistaken: 1, unsure: 1 })).toBe(0);
  });
});
