import type { OfficialWord } from '../model/feed.ts';
import type { ServiceId } from '../model/service-id.ts';
import { OFFICIAL_PAGES } from '../model/status-pages.ts';
import { toTimestamp } from '../model/timestamp.ts';
import { isIssue } from '../official/gravity.ts';
import { METASTATUS_ORGS } from '../official/metastatus-orgs.ts';
import type { Job } from './job.ts';
import { OFFICIAL_EVERY_MS, type RunState } from './run-state.ts';

/** Who presses "Check again" is not kept waiting for it. */
const PRESSED_EVERY_MS = 60_000;
/** Each failure makes the wait about twice as long, up to this. */
const LONGEST_WAIT_MS = 60 * 60_000;
/** The diagnosis lets go of an issue half an hour after it was read: one that stands is told again before. */
const TOLD_AGAIN_MS = 15 * 60_000;

const keep = (job: Job, change: Partial<RunState['official']>): void => {
  job.state = { ...job.state, official: { ...job.state.official, ...change } };
};

const mayRead = (job: Job): Promise<boolean> => job.parts.permissions.granted(OFFICIAL_PAGES);

/** The person asks, or has just allowed it: the page may be read again a minute after the last time. */
export const hurryOfficial = (job: Job): void =>
  keep(job, { wait: Math.min(job.state.official.wait, PRESSED_EVERY_MS) });

/**
 * The services of whose official page a word is due: those in trouble or under suspicion and the ones that share their
 * sign-in, where the browser lets it be read. They count as asked from now on.
 */
export const claimOfficial = async (job: Job): Promise<readonly ServiceId[]> => {
  const concerned = new Set<ServiceId>([...job.suspects, ...job.open.map(({ service }) => service)]);
  const services = METASTATUS_ORGS.map(([, service]) => service).filter((service) =>
    job.parts.services.some(
      ({ id, siblings }) => id === service && [id, ...siblings].some((one) => concerned.has(one)),
    ),
  );
  const since = job.at - job.state.official.askedAt;
  // A last time in the future was told by a clock that has been set back since.
  if (services.length === 0 || (since >= 0 && since < job.state.official.wait)) return [];
  if (!(await mayRead(job))) return [];
  keep(job, { askedAt: job.at });
  return services;
};

/**
 * Takes in what the page said of these services (null: it could not be read, which is no all-clear and changes nothing).
 * A word is logged when it is new, and an issue that stands once in a while.
 */
export const officialRead = async (
  job: Job,
  services: readonly ServiceId[],
  read: ReadonlyMap<ServiceId, OfficialWord> | null,
): Promise<void> => {
  const { wait, words: before } = job.state.official;
  if (!(await mayRead(job))) return;
  if (!read) {
    const longer = Math.max(OFFICIAL_EVERY_MS, wait) * (1.5 + job.parts.random());
    return keep(job, { wait: Math.min(longer, LONGEST_WAIT_MS) });
  }
  const words: RunState['official']['words'] = {};
  for (const service of services) {
    const word = read.get(service);
    const last = before[service];
    if (!word) continue;
    const { source, status, text, at } = word;
    // Its time alone may be that of the last look, and makes no other word of it.
    const isTold =
      last?.word.status === status &&
      last.word.text === text &&
      !(isIssue(status) && job.at - last.toldAt >= TOLD_AGAIN_MS);
    words[service] = { word, readAt: job.at, toldAt: isTold ? last.toldAt : job.at };
    const now = toTimestamp(job.at);
    if (!isTold) job.log.push({ at: now, service, kind: 'official', source, status, statusAt: at ?? now });
  }
  keep(job, { wait: OFFICIAL_EVERY_MS, words });
  job.parts.changed();
};
