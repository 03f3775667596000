import { serviceId } from '../../model/service-id.ts';
import { z, type Infer } from '../../model/zod.ts';

/** A certificate failure or a foreign answer at a watched host, at `at` (ms since 1970). */
export const portalWitness = z.strictObject({
  at: z.number(),
  witness: z.union([serviceId, z.literal('feed')]),
});
export type PortalWitness = Infer<typeof portalWitness>;

/** Two witnesses must speak within this long of each other. */
const TOGETHER_MS = 2 * 60_000;

/** The witnesses still fresh at `now`, with one more; the newest word of each counts. */
export const withWitness = (
  witnesses: readonly PortalWitness[],
  added: PortalWitness,
): readonly PortalWitness[] => [
  ...witnesses.filter(({ at, witness }) => added.at - at <= TOGETHER_MS && witness !== added.witness),
  added,
];

/**
 * Whether a portal stands between this browser and the network: a watched host answered with a foreign certificate
 * or a foreign page, and a second host or the feed failed too. One witness alone could be that one service.
 */
export const isCaptive = (witnesses: readonly PortalWitness[]): boolean =>
  witnesses.length >= 2 && witnesses.some(({ witness }) => witness !== 'feed');
