import { describe, expect, it } from 'vitest';
import type { Change, Verdict } from '../../../lib/model/verdict.ts';
import { changeWords } from '../../../lib/text/change-words.ts';
import { createTexts } from '../../../lib/text/texts.ts';
import { en } from '../../../locales/en.ts';

type Said = Change['to'];
const texts = createTexts('en', en);
const OUTAGE: Said = { cause: 'outage', certainty: 'likely', alarm: 'none' };
const FACT = { check: 'works-on-another-device', outcome: 'yes' } as const;

/** What is said of a change from one verdict to another. */
const then = (now: Said, to: Said): string | undefined =>
  changeWords(texts, { ...now, wouldChange: [{ ...FACT, to }] } as Verdict, 'Facebook')[0]?.then;

describe('what would change a verdict, in words', () => {
  it('is the other headline where the cause would be another', () => {
    expect(then(OUTAGE, { cause: 'session-expired', certainty: 'likely', alarm: 'none' })).toBe(
      'Your Facebook session probably just ended.',
    );
  });

  it('is surer or less sure where the cause stays', () => {
    expect(then(OUTAGE, { ...OUTAGE, certainty: 'confident' })).toBe('Then this is more certain.');
    expect(then(OUTAGE, { ...OUTAGE, certainty: 'unsure' })).toBe('Then this is less certain.');
  });

  it('is what may be in the account, or no longer, whatever the cause', () => {
    expect(then(OUTAGE, { ...OUTAGE, alarm: 'act' })).toBe(
      'Facebook has trouble, and someone else may be in your account.',
    );
    expect(then({ ...OUTAGE, alarm: 'act' }, OUTAGE)).toBe(
      "Facebook seems to be down. It's probably not you.",
    );
  });

  it('is worth a look, or no longer, where only that changes', () => {
    expect(then(OUTAGE, { ...OUTAGE, alarm: 'watch' })).toBe('Same cause, but worth a look.');
    expect(then({ ...OUTAGE, alarm: 'watch' }, OUTAGE)).toBe('Same cause, and nothing to look after.');
  });

  it('keeps the order, puts together what leads to the same, and is nothing for older records', () => {
    const act: Said = { cause: 'account-compromise', certainty: 'unsure', alarm: 'act' };
    const wouldChange: Change[] = [
      { check: 'security-email-unrecognised', outcome: 'yes', to: act },
      { ...FACT, to: OUTAGE },
      { check: 'posts-or-messages-not-yours', outcome: 'yes', to: { ...act, certainty: 'likely' } },
    ];
    const now = { cause: 'unclear', certainty: 'unsure', alarm: 'watch' };
    const words = changeWords(texts, { ...now, wouldChange } as Verdict, 'Facebook');
    expect(words.map(({ conditions }) => conditions.map(({ change }) => change.check))).toEqual([
      ['security-email-unrecognised', 'posts-or-messages-not-yours'],
      ['works-on-another-device'],
    ]);
    expect(changeWords(texts, now as Verdict, 'Facebook')).toEqual([]);
  });
});
