import type { Services } from './payload.ts';

/** The same, but that an outage which the witness did not see is only `degraded`; what people report of it stays. */
export const lowerOutages = (services: Services, unconfirmed: ReadonlySet<string>): Services =>
  Object.fromEntries(
    Object.entries(services).map(([id, entry]) => [
      id,
      entry.status === 'outage' && unconfirmed.has(id) ? { ...entry, status: 'degraded' as const } : entry,
    ]),
  );
