// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { classifyPage } from '../../../lib/sensing/classify-page.ts';
import { readSnapshot } from '../../../lib/sensing/read-snapshot.ts';
import { fixtures, openFixture, pagesFor, wantedOf } from './support/fixtures.ts';

describe('a stored page is of the kind that it is labelled with', () => {
  test.each(fixtures.map((fixture) => [fixture.file, wantedOf(fixture), fixture] as const))(
    '%s → %s',
    (_file, wanted, fixture) => {
      const { document, location } = openFixture(fixture);
      expect(classifyPage(readSnapshot(document, location, pagesFor(fixture.service))).page).toBe(wanted);
    },
  );
});
