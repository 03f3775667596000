import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { Random } from '../random.ts';
import { contactChanged, passwordChanged, strangePosts } from './break-in.ts';
import { errorsOutage } from './errors-outage.ts';
import { lockedForActivity, securityCheck, suspendedForRule } from './lock.ts';
import { endedByServer } from './routine.ts';
import { signInOutage2024, signInOutage2026 } from './sign-in-outage.ts';
import type { Draw, Start } from './start.ts';
import type { Situation } from './situation.ts';

/** Draws until the situation is about one of these services: the two halves must meet. */
const about = (draw: Draw, random: Random, start: Start, services: readonly ServiceId[]): Situation => {
  for (;;) {
    const made = draw(random, start);
    if (services.includes(made.focus)) return made;
  }
};

/** A thief in the account, found in the middle of an outage of that service: thieves do not wait for the end. Both are true. */
export const breakInInsideOutage: Draw = (random, start) => {
  const outage = random.pick([signInOutage2024, signInOutage2026, errorsOutage])(random, start);
  const fell = new Set(outage.faults.map(({ service }) => service));
  const services = (['facebook', 'instagram'] as const).filter((service) => fell.has(service));
  const theft = about(
    random.pick([passwordChanged, contactChanged, strangePosts]),
    random,
    start,
    services.length > 0 ? services : ['facebook'],
  );
  return {
    ...theft,
    causes: ['outage', 'account-compromise'],
    watched: [...new Set([...theft.watched, ...outage.watched])],
    faults: outage.faults,
  };
};

/** Something of this one account or session, while a linked service or another company is down and this one is not. */
const besideOutage = (random: Random, start: Start, own: Draw): Situation => {
  const made = about(own, random, start, ['facebook', 'instagram']);
  const outage = errorsOutage(random, start);
  const elsewhere = outage.faults.filter(({ service }) => service !== made.focus && service !== 'messenger');
  return { ...made, faults: elsewhere.slice(0, random.integer(1, 2)) };
};

export const lockBesideOutage: Draw = (random, start) =>
  besideOutage(random, start, random.pick([lockedForActivity, suspendedForRule, securityCheck]));

export const routineBesideOutage: Draw = (random, start) => besideOutage(random, start, endedByServer);
