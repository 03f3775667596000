import type { AddResult, Tally } from '../count-store.ts';
import { faultOf, type RedisLink, type Sent } from './redis-link.ts';
import { commandsOf, groupTallies, WRITES } from './tally-groups.ts';

/** Nothing of a group was counted if none of its writing commands can have had an effect. */
const wasNotAdded = (writes: readonly Sent[]): boolean =>
  writes.every((sent) => !sent.ok && sent.why !== 'unanswered');

/** Adds a flush to the counts in Redis, in one pipeline. */
export const addCounts = async (link: RedisLink, tallies: readonly Tally[]): Promise<AddResult> => {
  const groups = groupTallies(tallies).map((group) => ({ group, commands: commandsOf(group) }));
  const sent = await link.send(groups.flatMap(({ commands }) => commands));
  const fault = faultOf(sent);
  if (!fault) return { ok: true, value: null };
  // A tally that was counted as one thing and not as another is not given again.
  const perhapsAdded = new Set<Tally>();
  let first = 0;
  for (const { group, commands } of groups) {
    if (!wasNotAdded(sent.slice(first, first + WRITES)))
      for (const tally of group.tallies) perhapsAdded.add(tally);
    first += commands.length;
  }
  return { ok: false, fault, notAdded: tallies.filter((tally) => !perhapsAdded.has(tally)) };
};
