import type { ReplayMoment } from '../../lib/diagnosis/index.ts';
import type { Expectation, ObservationRecord } from '../../lib/model/record.ts';
import type { Observation } from '../../lib/model/observation.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { toMillis, toTimestamp } from '../../lib/model/timestamp.ts';
import { saidOf, type Said } from '../replay/lines.ts';
import { isOnly } from './confusion.ts';
import { standingEvidence, verifiedOutage } from './standing-evidence.ts';

/** A scenario and what its file is called. */
export interface Scenario {
  readonly file: string;
  readonly record: ObservationRecord;
}

/** The mistakes that cost most, and how soon outages got a name. Places are "file service time". */
export interface Mistakes {
  readonly falseReassurances: string[];
  readonly falseAlarms: string[];
  readonly outages: { readonly place: string; readonly named: boolean }[];
}

const NAMED_WITHIN = 3;
const REASSURING: readonly unknown[] = ['outage', 'session-expired', 'signed-out', 'browser-cleared'];

/** Services at which a scenario plays a break-in: it expects `act`, or that cause and no other. */
const brokenInto = (expect: readonly Expectation[]): ReadonlySet<ServiceId> =>
  new Set(
    expect
      .filter((one) => 'at' in one && (isOnly(one.alarm, 'act') || isOnly(one.cause, 'account-compromise')))
      .map(({ service }) => service),
  );

/** The last moment of each time: what is said once all that was seen then is in. */
const settled = (moments: readonly ReplayMoment[]): ReplayMoment[] =>
  moments.filter((moment, index) => moments[index + 1]?.at !== moment.at);

const stateAt = (moment: ReplayMoment, service: ServiceId): Said =>
  saidOf(moment.states.find((state) => state.service === service));

/** The two mistakes that cost most, looked for after every observation and re-check. */
export const lookForMistakes = (
  into: Mistakes,
  { file, record }: Scenario,
  moments: readonly ReplayMoment[],
): void => {
  const broken = brokenInto(record.expect ?? []);
  const services = new Set(record.observations.flatMap(({ service }) => (service === null ? [] : [service])));
  const inOrder: Observation[] = [...record.observations].sort((a, b) => toMillis(a.at) - toMillis(b.at));
  for (const moment of settled(moments)) {
    const known = inOrder.filter((seen) => toMillis(seen.at) <= moment.at);
    for (const service of services) {
      const said = stateAt(moment, service);
      const evidence = standingEvidence(known, service);
      const place = `${file} ${service} ${toTimestamp(moment.at)}`;
      const calmed = said.certainty !== 'unsure' && REASSURING.includes(said.cause) && said.alarm !== 'act';
      const soothed = evidence.strong && calmed && !verifiedOutage(known, service, moment.at);
      if ((evidence.direct && said.alarm !== 'act') || (broken.has(service) && soothed))
        into.falseReassurances.push(place);
      if (said.alarm === 'act' && !evidence.direct && !broken.has(service)) into.falseAlarms.push(place);
    }
  }
};

/** Whether an outage got a name within the first observations after its incident opened. */
export const lookForOutages = (
  into: Mistakes,
  { file, record }: Scenario,
  moments: readonly ReplayMoment[],
): void => {
  const services = new Set(
    (record.expect ?? []).flatMap((one) => ('at' in one && isOnly(one.cause, 'outage') ? [one.service] : [])),
  );
  for (const service of services) {
    const first = moments.find(({ states }) => states.some((state) => state.service === service));
    const until = (first?.step ?? 0) + NAMED_WITHIN;
    const named = moments.some(
      (moment) =>
        moment.step !== null &&
        moment.step < until &&
        ![null, 'unclear'].includes(stateAt(moment, service).cause),
    );
    into.outages.push({ place: `${file} ${service}`, named });
  }
};
