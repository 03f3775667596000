import { CERTAINTIES } from '../model/cause.ts';
import type { Change, Verdict } from '../model/verdict.ts';
import { headline } from './headline.ts';
import type { Texts } from './texts.ts';

/** What would be said, and the facts that would each be enough for it. */
export interface ChangeWords {
  readonly then: string;
  readonly conditions: readonly { readonly change: Change; readonly text: string }[];
}

type ConditionOf<Of> = Of extends { check: infer Check extends string; outcome: infer Outcome extends string }
  ? `change.if.${Check}.${Outcome}`
  : never;

const conditionOf = ({ check, outcome }: Change) => `change.if.${check}.${outcome}` as ConditionOf<Change>;

/** What would be said: another headline, or, where the cause stays, what becomes of it. */
const consequence = (texts: Texts, now: Verdict, { to }: Change, service: string): string => {
  const isSame = to.cause === now.cause && (to.alarm === 'act') === (now.alarm === 'act');
  if (!isSame) return headline(texts, to, service);
  if (to.alarm !== now.alarm) return texts.t(to.alarm === 'watch' ? 'change.look' : 'change.no-look');
  const isSurer = CERTAINTIES.indexOf(to.certainty) < CERTAINTIES.indexOf(now.certainty);
  return texts.t(isSurer ? 'change.surer' : 'change.less-sure');
};

/** What would change a verdict, in its own order; facts that lead to the same stand together. */
export const changeWords = (texts: Texts, verdict: Verdict, service: string): readonly ChangeWords[] => {
  const found = new Map<string, { change: Change; text: string }[]>();
  for (const change of verdict.wouldChange ?? []) {
    const then = consequence(texts, verdict, change, service);
    const condition = { change, text: texts.t(conditionOf(change), { service }) };
    found.set(then, [...(found.get(then) ?? []), condition]);
  }
  const joined = ({ change, text }: { change: Change; text: string }, index: number, all: unknown[]) => {
    // What follows an "or" goes on with the sentence: every condition begins with a conjunction.
    const condition = index > 0 ? text.charAt(0).toLowerCase() + text.slice(1) : text;
    return { change, text: index < all.length - 1 ? texts.t('change.or', { condition }) : condition };
  };
  return [...found].map(([then, conditions]) => ({ then, conditions: conditions.map(joined) }));
};
