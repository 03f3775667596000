// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { GRAVE_KINDS } from '../../scripts/classify/judge.ts';
import { classifyPage } from '../../lib/sensing/classify-page.ts';
import { readSnapshot } from '../../lib/sensing/read-snapshot.ts';
import { BLOCK_MARKS } from '../../lib/services/block-marks.ts';
import { SERVICES, WATCHABLE_SERVICES } from '../../lib/services/index.ts';
import { OPTIONAL_PAGES } from '../../lib/services/optional-pages.ts';
import { WATCHED_PAGES } from '../../lib/services/watched-pages.ts';
import { fixtures, openFixture, pagesFor, wantedOf } from '../unit/sensing-page/support/fixtures.ts';

const ALL_PAGES = [...WATCHED_PAGES, ...OPTIONAL_PAGES];
const ALL_MARKS = [...ALL_PAGES.flatMap(({ marks }) => marks), ...BLOCK_MARKS];

describe('services', () => {
  test('every service that can be watched says what its pages look like', () => {
    expect(ALL_PAGES.map(({ service }) => service).sort()).toEqual(
      WATCHABLE_SERVICES.map(({ id }) => id).sort(),
    );
  });

  test.each(SERVICES.map((service) => [service.id, service] as const))(
    '%s is well-formed',
    (_id, service) => {
      const addresses = [service.frontDoor, ...Object.values(service.links)];
      for (const address of addresses) expect(URL.parse(address)?.protocol).toBe('https:');
      for (const pattern of [...service.hosts, ...service.signInRequests, ...service.signOutRequests])
        expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z.]+\/.*\*$/);
      for (const sibling of service.siblings) {
        expect(sibling).not.toBe(service.id);
        expect(SERVICES.find(({ id }) => id === sibling)?.siblings).toContain(service.id);
      }
      if (service.accountCookie) expect(service.sessionCookies.length).toBeGreaterThan(0);
    },
  );
});

describe('page marks', () => {
  test('each has a name of its own that says whose it is', () => {
    expect(new Set(ALL_MARKS.map(({ id }) => id)).size).toBe(ALL_MARKS.length);
    for (const { id } of ALL_MARKS) expect(id).toMatch(/^[a-z]+(\.[a-z0-9-]+)+$/);
  });

  test.each(ALL_MARKS.map((mark) => [mark.id, mark] as const))('%s is well-formed', (_id, mark) => {
    expect(mark.seen).toBeGreaterThanOrEqual(2009);
    expect(mark.seen).toBeLessThanOrEqual(new Date().getFullYear());
    for (const pattern of [mark.path, mark.notPath, mark.phrase])
      expect(pattern?.global ?? false).toBe(false);
    for (const selector of [mark.select, mark.without])
      if (selector) expect(() => document.querySelector(selector)).not.toThrow();
    // What concerns the account is believed only where nobody else writes.
    if (GRAVE_KINDS.includes(mark.kind)) {
      expect(mark.on?.length).toBeGreaterThan(0);
      expect(mark.on).not.toContain('elsewhere');
    }
  });

  test('each kind that a service claims has a stored page of that kind', () => {
    for (const { service, marks } of ALL_PAGES)
      for (const kind of new Set(marks.map((mark) => mark.kind)))
        expect(
          fixtures.filter((fixture) => fixture.service === service && wantedOf(fixture) === kind),
          `${service}: no stored page of kind ${kind}`,
        ).not.toEqual([]);
  });

  test('each mark is met in a stored page that it decides or confirms', () => {
    const met = new Set<string>();
    for (const fixture of fixtures) {
      const { document, location } = openFixture(fixture);
      const { page, marks } = classifyPage(readSnapshot(document, location, pagesFor(fixture.service)));
      for (const mark of ALL_MARKS) if (mark.kind === page && marks.includes(mark.id)) met.add(mark.id);
    }
    expect(ALL_MARKS.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([]);
  }, 60_000);
});
