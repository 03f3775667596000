import type { ServiceId } from '../../model/service-id.ts';
import type { ownerOf } from '../numbers/families.ts';

type Owner = ReturnType<typeof ownerOf>;
import { copyFacts, noFacts, type ServiceFacts } from './service-facts.ts';

/** A moment at which something was seen of an owner's services. */
interface Seen {
  readonly owner: Owner;
  readonly at: number;
}

/** What the log says of the browser and its network, and of all services. Times are ms; -Infinity is "never". */
export interface World {
  services: Map<ServiceId, ServiceFacts>;
  /** The last `online`. */
  onlineAt: number;
  /** The last `offline` or `captive-portal`, and which. */
  badAt: number;
  badState: 'offline' | 'captive-portal';
  /** When the last bad time was seen to be over. */
  badUntil: number;
  tamperedAt: number;
  /** When a verified feed was last read, and when one that told of no outage. */
  feedReadAt: number;
  calmFeedReadAt: number;
  /** The two services that answered last, the newest first; the same for those that could not be reached. */
  answered: readonly Seen[];
  unreached: readonly Seen[];
  /** The service that answered last, whosever it is, and when another than that one did. */
  lastAnswerOf: ServiceId | null;
  lastAnswerAt: number;
  otherAnswerAt: number;
  clearedAt: number;
  clearedSites: number;
}

/** The world before anything was seen. */
export const emptyWorld = (): World => ({
  services: new Map(),
  onlineAt: -Infinity,
  badAt: -Infinity,
  badState: 'offline',
  badUntil: -Infinity,
  tamperedAt: -Infinity,
  feedReadAt: -Infinity,
  calmFeedReadAt: -Infinity,
  answered: [],
  unreached: [],
  lastAnswerOf: null,
  lastAnswerAt: -Infinity,
  otherAnswerAt: -Infinity,
  clearedAt: -Infinity,
  clearedSites: 0,
});

/** A copy that can be changed without touching the original. */
export const copyWorld = (world: World): World => ({
  ...world,
  services: new Map([...world.services].map(([service, facts]) => [service, copyFacts(facts)])),
});

/** The facts of a service, made when it is first heard of. */
export const factsOf = (world: World, service: ServiceId): ServiceFacts => {
  const known = world.services.get(service);
  if (known) return known;
  const facts = noFacts(service);
  world.services.set(service, facts);
  return facts;
};

const ofOthers = (list: readonly Seen[], owner: Owner): Seen | undefined =>
  list[0]?.owner === owner ? list[1] : list[0];

/** The two newest, of different owners, so that every service finds one that is not its own. */
const newest = (list: readonly Seen[], owner: Owner, at: number): readonly Seen[] => {
  const other = ofOthers(list, owner);
  return other ? [{ owner, at }, other] : [{ owner, at }];
};

/** A bad time of the network is over at the first sign that it works. */
export const noteNetworkWorks = (world: World, at: number): void => {
  if (world.badUntil < world.badAt) world.badUntil = at;
};

/** Notes that a service answered: the network works. */
export const noteAnswer = (world: World, facts: ServiceFacts, at: number): void => {
  facts.reachedAt = at;
  noteNetworkWorks(world, at);
  if (world.lastAnswerOf !== facts.service) world.otherAnswerAt = world.lastAnswerAt;
  world.lastAnswerOf = facts.service;
  world.lastAnswerAt = at;
  world.answered = newest(world.answered, facts.owner, at);
};

/** Notes that a service could not be reached. */
export const noteUnreached = (world: World, facts: ServiceFacts, at: number): void => {
  world.unreached = newest(world.unreached, facts.owner, at);
};

/** When a service of another owner was last in the list; -Infinity if never. */
export const lastOfOthers = (list: readonly Seen[], facts: ServiceFacts): number =>
  ofOthers(list, facts.owner)?.at ?? -Infinity;

/** When another service, of whatever owner, last answered; -Infinity if none did. */
export const lastAnswerBeside = (world: World, { service }: ServiceFacts): number =>
  world.lastAnswerOf === service ? world.otherAnswerAt : world.lastAnswerAt;
