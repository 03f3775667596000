import type { Incident } from '../model/incident.ts';
import type { Observation } from '../model/observation.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { Settings } from '../model/settings.ts';
import type { ServiceDefinition } from '../services/index.ts';
import type { SessionBook } from '../sensing/session/session-book.ts';
import type { Parts } from './parts.ts';
import type { RunState } from './run-state.ts';

/**
 * What the handling of one event reads and leaves. Handlers replace `state`, `book` and `settings`, add to `log`, and
 * name in `suspects` the services that should be looked at; the runner writes, diagnoses and measures.
 */
export interface Job {
  readonly at: number;
  readonly parts: Parts;
  settings: Settings;
  /** Incidents that were open when the job began, without those that it erased. */
  open: readonly Incident[];
  state: RunState;
  book: SessionBook;
  readonly log: Observation[];
  readonly suspects: Set<ServiceId>;
  /** Tabs that are to be asked again what they show, once the job is written. */
  readonly askAgain: Set<number>;
  /** Nothing happened to the person: something was measured or it is only time that has passed. */
  routine: boolean;
  /** Diagnose again although nothing was logged. */
  reassess: boolean;
}

/** The services that the person wants watched and the project can watch. */
export const watchedServices = (
  services: readonly ServiceDefinition[],
  settings: Settings,
): readonly ServiceDefinition[] =>
  services.filter(({ id, hosts }) => hosts.length > 0 && settings.watched.includes(id));

/** The definition of a service if it is watched, else null. */
export const watchedService = (job: Job, id: ServiceId): ServiceDefinition | null =>
  watchedServices(job.parts.services, job.settings).find((service) => service.id === id) ?? null;

/** The open incident of a service, or null. */
export const openIncident = (job: Job, service: ServiceId): Incident | null =>
  job.open.find((incident) => incident.service === service) ?? null;
