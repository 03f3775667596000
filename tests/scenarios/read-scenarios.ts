import { readdirSync, readFileSync } from 'node:fs';
import { readRecord } from '../../lib/model/read-record.ts';
import type { ObservationRecord } from '../../lib/model/record.ts';

/** A scenario of this folder, by the name of its file. */
export interface Scenario {
  readonly file: string;
  readonly record: ObservationRecord;
}

const recordOf = (file: string): ObservationRecord => {
  const reading = readRecord(JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')));
  if (!reading.ok) throw new Error(`${file}: ${reading.path}: ${reading.expected}`);
  return reading.record;
};

/** All scenarios of this folder. Throws, with the place, on one that the schema does not accept. */
export const readScenarios = (): Scenario[] =>
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.json'))
    .map((file) => ({ file, record: recordOf(file) }));
