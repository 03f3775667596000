import { readFile } from 'node:fs/promises';
import { SERVICE_IDS, type ServiceId } from '../../lib/model/service-id.ts';
import { readSources } from '../sources/read-sources-file.ts';
import type { Probe, Source } from '../sources/source.ts';
import { StartRefused } from './refusal.ts';

export interface Watched {
  readonly sources: readonly Source[];
  readonly probes: readonly Probe[];
  /** Those that the project knows by name, and what the sources file adds. */
  readonly services: readonly ServiceId[];
}

const SAMPLE = new URL('../sources/sample-sources.json', import.meta.url);

const parse = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new StartRefused(`${path} is no JSON`);
  }
};

/** The sources and probes of a file, or of the one that comes with the server. @throws StartRefused */
export const readWatched = async (path: string | null): Promise<Watched> => {
  const name = path ?? 'the sample sources';
  const text = await readFile(path ?? SAMPLE, 'utf8').catch(() => {
    throw new StartRefused(`${name} cannot be read`);
  });
  const read = readSources(parse(text, name));
  if (!read.ok) throw new StartRefused(`${name}: at ${read.path || 'the top'} ${read.expected}`);
  const { sources, probes } = read;
  const named = [...sources.flatMap((one) => one.services), ...probes.map((one) => one.service)];
  return { sources, probes, services: [...new Set([...SERVICE_IDS, ...named])] };
};
