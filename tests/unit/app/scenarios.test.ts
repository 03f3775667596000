import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessAndTell } from '../../../lib/app/assess-and-tell.ts';
import { openJob, writeJob } from '../../../lib/app/run-job.ts';
import { currentVerdict } from '../../../lib/model/incident.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { record, type Expectation } from '../../../lib/model/record.ts';
import { toMillis } from '../../../lib/model/timestamp.ts';
import { z } from '../../../lib/model/zod.ts';
import { fakeWorld, type FakeWorld } from '../../fixtures/app/fake-parts.ts';

const FOLDER = 'tests/scenarios';
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

type Moment = Extract<Expectation, { at: string }>;

const readScenario = (name: string) => z.parse(record, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));

/** One job of the background that has seen these observations at `at` (ms). */
const live = async ({ world, parts }: FakeWorld, at: number, seen: readonly Observation[]): Promise<void> => {
  world.now = at;
  const job = await openJob(parts);
  const before = { state: job.state, book: job.book };
  job.log.push(...seen);
  await writeJob(job, before);
  await assessAndTell(job);
};

const isOneOf = (wanted: unknown, got: unknown): boolean =>
  wanted === undefined || (Array.isArray(wanted) ? wanted.includes(got) : wanted === got);

const said = async ({ incidents }: FakeWorld, service: string) => {
  const open = (await incidents.open()).find((incident) => incident.service === service);
  const verdict = open && currentVerdict(open).verdict;
  return verdict ?? { cause: null, certainty: null, alarm: 'none' as const };
};

describe('the scenarios, lived through by the background with its stores', () => {
  it.each(FILES)('%s', async (name) => {
    const scenario = readScenario(name);
    const moments = (scenario.expect ?? []).filter((expected): expected is Moment => 'at' in expected);
    const fake = fakeWorld();
    const times = [...scenario.observations, ...moments].map(({ at }) => toMillis(at));
    for (const at of [...new Set(times)].sort((a, b) => a - b)) {
      const seen = scenario.observations.filter((one) => toMillis(one.at) === at);
      await live(fake, at, seen);
      for (const expected of moments.filter((one) => toMillis(one.at) === at)) {
        const verdict = await said(fake, expected.service);
        const met =
          isOneOf(expected.cause, verdict.cause) &&
          isOneOf(expected.certainty, verdict.certainty) &&
          isOneOf(expected.alarm, verdict.alarm);
        expect(met, `${expected.at}: ${verdict.cause}, ${verdict.certainty}, ${verdict.alarm}`).toBe(true);
      }
    }
    expect(fake.world.bugs).toEqual([]);
  });
});
