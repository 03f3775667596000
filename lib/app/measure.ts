import type { FrontDoorAnswer } from '../browser/ports.ts';
import type { ServiceId } from '../model/service-id.ts';
import { outcomeOfStatus, readNetworkError } from '../sensing/requests/outcome.ts';
import type { ServiceDefinition } from '../services/index.ts';
import { noteConnectivity, noteWitness } from './handle/connectivity.ts';
import { logRequest } from './handle/requests.ts';
import { watchedService, type Job } from './job.ts';
import type { FeedReading } from './parts.ts';

/** A front door is asked at most this often, and only under suspicion. */
export const FRONT_DOOR_EVERY_MS = 60_000;

const LATELY_MS = 5 * 60_000;

const hasFailedLately = (job: Job): boolean =>
  Object.values(job.state.failedAt).some((at) => job.at - at <= LATELY_MS);

/** The front doors that are due among the suspects; they count as asked from now on. */
export const claimFrontDoors = (job: Job): readonly ServiceDefinition[] => {
  const due = [...job.suspects].filter(
    (id) => job.at - (job.state.askedFrontDoorAt[id] ?? -Infinity) >= FRONT_DOOR_EVERY_MS,
  );
  const askedFrontDoorAt = { ...job.state.askedFrontDoorAt };
  for (const id of due) askedFrontDoorAt[id] = job.at;
  job.state = { ...job.state, askedFrontDoorAt };
  return due.map((id) => watchedService(job, id)).filter((service) => service !== null);
};

/** Logs what a front door answered to a visitor without credentials. */
export const frontDoorAnswered = (job: Job, service: ServiceId, answer: FrontDoorAnswer): void => {
  if (answer.type === 'answered') {
    if (answer.foreign) return noteWitness(job, service);
    const outcome = outcomeOfStatus(answer.status);
    // A visitor who asks too often is told to wait: the door is there, and the person is not rate-limited.
    if (outcome === null || outcome === 'rate-limited') return;
    return logRequest(job, service, { purpose: 'probe', outcome, status: answer.status });
  }
  const reading = readNetworkError(answer.error);
  if (reading === null) return;
  if (reading === 'offline') return noteConnectivity(job, 'offline');
  logRequest(job, service, { purpose: 'probe', outcome: reading });
  if (reading === 'tls') noteWitness(job, service);
};

const isVerified = ({ observations }: FeedReading): boolean =>
  observations.some((seen) => seen.kind === 'feed' && seen.state === 'verified');

/**
 * Logs what the shared feed said, once for each reading, while there is something that it may explain. A feed that
 * stands while the network is gone is no news of it: logged again it would look as if the network had come back.
 */
export const feedRead = (job: Job, reading: FeedReading): void => {
  if (job.open.length === 0 && job.state.pendings.length === 0 && !hasFailedLately(job)) return;
  const { reading: name, standing } = reading;
  if (name === null || name === (standing ? job.state.feedVerified : job.state.feedSeen)) return;
  const feedVerified = isVerified(reading) ? name : job.state.feedVerified;
  job.state = { ...job.state, feedSeen: name, feedVerified };
  job.log.push(...reading.observations);
  if (reading.tampered) noteConnectivity(job, 'tampered');
  if (reading.unreachable) noteWitness(job, 'feed');
};
