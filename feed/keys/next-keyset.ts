import type { Keyset, PublicKey, SigningRole } from '../../lib/model/signed-feed.ts';
import { successorOf } from './keyset-draft.ts';

/** Of each role's keys the first is the newest. */
const newestOnly = (role: SigningRole): SigningRole => ({ threshold: 1, keys: role.keys.slice(0, 1) });

/** The same keys for another year. All times are milliseconds since 1970. */
export const renewed = (before: Keyset, now: number): Keyset => successorOf(before, {}, now);

/** A new key for a role; the newest before it stays accepted, so that readers with older keys go on reading. */
export const rotated = (before: Keyset, role: 'feed' | 'witness', key: PublicKey, now: number): Keyset => {
  const keys = [key, ...before.roles[role].keys.slice(0, 1)];
  return successorOf(before, { roles: { ...before.roles, [role]: { threshold: 1, keys } } }, now);
};

/** A new key alone, and a new epoch: what the lost key signed, or will sign, counts for nothing any more. */
export const replaced = (before: Keyset, role: 'feed' | 'witness', key: PublicKey, now: number): Keyset => {
  const roles = { ...before.roles, [role]: { threshold: 1, keys: [key] } };
  return successorOf(before, { roles, epoch: before.epoch + 1 }, now);
};

/** Only the newest key of each role. */
export const retired = (before: Keyset, now: number): Keyset => {
  const { feed, witness } = before.roles;
  return successorOf(before, { roles: { feed: newestOnly(feed), witness: newestOnly(witness) } }, now);
};

/** The key of another machine as the only witness: whoever takes this one cannot make an outage by themselves. */
export const witnessedBy = (before: Keyset, key: PublicKey, now: number): Keyset =>
  successorOf(before, { roles: { ...before.roles, witness: { threshold: 1, keys: [key] } } }, now);
