import type { Reason, Verdict } from '../model/verdict.ts';

/** The reasons of a verdict, the heaviest first. */
export const heaviestFirst = ({ reasons }: Verdict): readonly Reason[] =>
  reasons.toSorted((a, b) => b.weight - a.weight);

/** An `act` says that somebody else may be in the account, whatever the cause: what points there speaks for it. */
export const speaksFor = ({ cause, alarm }: Verdict, { towards }: Reason): boolean =>
  towards === cause || (alarm === 'act' && towards === 'account-compromise');

/**
 * The one reason that is told in a line, or undefined. Of two truths the graver is told first: an `act` is explained by
 * what speaks for somebody else in the account.
 */
export const tellingReason = (verdict: Verdict): Reason | undefined => {
  const reasons = heaviestFirst(verdict);
  const grave = reasons.find(({ towards }) => towards === 'account-compromise');
  if (verdict.alarm === 'act' && grave) return grave;
  return verdict.cause === 'unclear' ? reasons.at(0) : reasons.find((reason) => speaksFor(verdict, reason));
};
