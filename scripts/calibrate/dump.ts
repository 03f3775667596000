import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObservationRecord } from '../../lib/model/record.ts';
import { toMillis, toTimestamp } from '../../lib/model/timestamp.ts';
import type { GeneratedCase } from './case.ts';
import { numberedCase, type CaseName } from './numbered-case.ts';

const COMPROMISE = 'account-compromise';

/** A case as a scenario that can be replayed: what is true is expected at the last observation. */
export const recordOf = ({ kind, truth, observations }: GeneratedCase, name: CaseName): ObservationRecord => {
  const at = toTimestamp(toMillis(observations.at(-1)?.at ?? toTimestamp(truth.meets)));
  const { focus: service, causes } = truth;
  return {
    format: 'outage-or-hacked/record@1',
    title: `${kind} (${name.mix} mix, seed ${name.seed}, case ${name.number})`,
    observations: [...observations],
    expect: [
      { at, service, cause: [...causes, 'unclear'] },
      ...(causes.includes(COMPROMISE) ? [] : [{ service, never: { alarm: 'act' as const } }]),
    ],
  };
};

/** Writes cases as record files; resolves to their names. */
export const dumpCases = async (names: readonly CaseName[], folder: string): Promise<string[]> => {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, `${name.mix}-${name.seed}-${name.number}.json`);
      await writeFile(file, `${JSON.stringify(recordOf(numberedCase(name), name), null, 1)}\n`);
      return file;
    }),
  );
};
