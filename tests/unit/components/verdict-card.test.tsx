import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VerdictCard } from '../../../components/verdict-card.tsx';
import { DECISIONS } from '../../../lib/model/cause.ts';
import { incidentOf } from '../../fixtures/ui/sample-data.ts';
import { SAMPLE_VERDICTS } from '../../fixtures/ui/sample-verdicts.ts';
import { all, french, one, openDocument, settle, show, textOf } from './show.tsx';

let close: () => void;
beforeEach(() => (close = openDocument()));
afterEach(() => close());

const answered = vi.fn(async () => true);
const card = (sample: keyof typeof SAMPLE_VERDICTS, more = {}) => (
  <VerdictCard
    incident={incidentOf(SAMPLE_VERDICTS[sample], 'facebook', more)}
    onAnswer={answered}
    recovery={<p id="recovery" />}
  />
);

describe('the card of a verdict', () => {
  it.each(DECISIONS)('of %s carries its marks, a headline and reasons', async (cause) => {
    await show(card(cause));
    const { service, certainty, alarm, ...marks } = one('[data-testid=verdict]').dataset;
    expect([marks.cause, service, certainty, alarm]).toEqual([
      cause,
      'facebook',
      SAMPLE_VERDICTS[cause].certainty,
      SAMPLE_VERDICTS[cause].alarm,
    ]);
    expect(textOf('h2')).toContain('Facebook');
    expect(all('[data-testid=reason]')).toHaveLength(SAMPLE_VERDICTS[cause].reasons.length);
  });

  it('says how sure it is with a word, and keeps the numbers behind a fold', async () => {
    await show(card('outage'));
    expect(textOf('.chip')).toBe('Almost certain');
    expect(one('details .numbers').textContent).toContain('97%');
    expect(one('.verdict-head').textContent).not.toMatch(/\d+\s?%/);
  });

  it('says since when and for how long', async () => {
    await show(card('outage'));
    expect(textOf('.verdict-facts')).toContain('since 15:10 · 24 min so far');
  });

  it('warns against resetting the password during an outage', async () => {
    await show(card('outage'));
    expect(textOf('.todo-dont')).toContain("Careful: Don't reset your password now.");
  });

  it('says both where an outage and somebody in the account may be, and leads to the recovery guide', async () => {
    await show(card('outage-act'));
    expect(textOf('h2')).toBe('Facebook has trouble, and someone else may be in your account.');
    expect(all('#recovery')).toHaveLength(1);
    await show(card('outage'));
    expect(all('#recovery')).toHaveLength(0);
  });

  it('draws what speaks for the verdict one way and what speaks against it the other, and says it in words', async () => {
    await show(card('outage'));
    const marks = all('[data-testid=reason]').map(({ dataset, className }) => [dataset.towards, className]);
    expect(marks[0]).toEqual(['outage', 'reason reason-for']);
    expect(marks.find(([towards]) => towards === 'account-compromise')?.[1]).toBe('reason reason-against');
    expect(textOf('[data-evidence=feed-mass-logout]')).toContain('(strong, speaks for it)');
    expect(textOf('[data-evidence=sign-in-refused]')).toContain('(weak, points to: Account taken over)');
  });

  it('asks its one question and passes the answer on', async () => {
    await show(card('account-compromise'));
    expect(one('[data-testid=question]').dataset.question).toBe('changed-password-yourself');
    await settle(() => one('[data-answer=no]').click());
    expect(answered).toHaveBeenCalledWith('changed-password-yourself', 'no');
    expect(all('[data-answer]').map(({ dataset }) => dataset.answer)).toEqual(['yes', 'no', 'unsure']);
  });

  it('says behind a fold what would change it, and on a roomy page at once', async () => {
    await show(card('unclear'));
    const fold = one('details:has(.changes)') as HTMLDetailsElement;
    expect(fold.open).toBe(false);
    expect(all('.changes li').map(({ textContent }) => textContent)).toEqual([
      'If Facebook still works on another device of yours, orif signing in again works' +
        'Your Facebook session probably just ended.',
      'If Facebook tells you of a change or a sign-in that was not yours' +
        "Your Facebook account may be in someone else's hands.",
    ]);
    expect(all('[data-testid=change]').map(({ dataset }) => [dataset.check, dataset.alarm])).toEqual([
      ['works-on-another-device', 'none'],
      ['sign-in', 'none'],
      ['security-email-unrecognised', 'act'],
    ]);
    await show(
      <VerdictCard
        roomy
        incident={incidentOf(SAMPLE_VERDICTS.unclear)}
        onAnswer={answered}
        recovery={null}
      />,
    );
    expect((one('details:has(.changes)') as HTMLDetailsElement).open).toBe(true);
  });

  it('says nothing of what would change it where nothing would, and once it is over', async () => {
    await show(card('signed-out'));
    expect(all('.changes')).toEqual([]);
    await show(card('unclear', { closedAt: '2024-03-05T15:30:00.000Z', closedBy: 'user' }));
    expect(all('.changes')).toEqual([]);
  });

  it('asks nothing and advises nothing once it is over', async () => {
    await show(card('account-compromise', { closedAt: '2024-03-05T15:30:00.000Z', closedBy: 'user' }));
    expect(all('[data-testid=question], .todo')).toEqual([]);
    expect(textOf('.verdict-facts')).toContain('lasted 20 min');
  });

  const OVER = { closedAt: '2024-03-05T15:30:00.000Z', closedBy: 'user' };

  it('names what is over instead of telling it as if it lasted', async () => {
    await show(card('outage', OVER));
    expect(textOf('h2')).toBe('Facebook: Outage');
    expect(textOf('.verdict-facts')).toContain('15:10 · lasted 20 min');
    expect(textOf('.verdict-facts')).not.toContain('since');
  });

  it('does not hide behind the name of what is over that somebody may have been in the account', async () => {
    await show(card('outage-act', OVER));
    expect(textOf('h2')).toBe('Facebook has trouble, and someone else may be in your account.');
    await show(card('account-compromise', OVER));
    expect(textOf('h2')).toBe('Facebook: Account taken over');
  });

  it('keeps the keyboard in the card when the question that had it is answered', async () => {
    await show(card('unclear'));
    one('[data-answer=no]').focus();
    await show(card('unclear', OVER));
    expect(document.activeElement).toBe(one('h2'));
  });

  it('leaves the keyboard where it is when a question goes that did not have it', async () => {
    await show(card('unclear'));
    await show(card('unclear', OVER));
    expect(document.activeElement).toBe(document.body);
  });

  it('speaks French', async () => {
    await show(card('outage'), french);
    expect(textOf('h2')).toBe('Facebook est en panne. Ce n’est pas vous.');
  });
});
