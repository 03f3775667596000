import { describe, expect, it } from 'vitest';
import { en } from '../../../locales/en.ts';
import type { Incident } from '../../../lib/model/incident.ts';
import { SERVICES } from '../../../lib/services/index.ts';
import { noticeWords } from '../../../lib/text/notice-words.ts';
import { namesFrom } from '../../../lib/text/service-names.ts';
import { createTexts } from '../../../lib/text/texts.ts';
import { verdictWords } from '../../../lib/text/verdict-words.ts';
import { incidentOf, recoveredIncident } from '../../fixtures/ui/sample-data.ts';
import { SAMPLE_VERDICTS } from '../../fixtures/ui/sample-verdicts.ts';

const texts = createTexts('en', en, { timeZone: 'UTC' });
const nameOf = namesFrom(SERVICES);
const told = (incident: Incident) => {
  const { headline, line, action, role } = noticeWords(texts, incident, nameOf);
  return [headline, line, action, role].map((words) => words.replaceAll('\u00a0', ' '));
};

describe('what is told of an incident', () => {
  it('is the headline, the weightiest reason and a way to more', () => {
    expect(told(incidentOf(SAMPLE_VERDICTS.outage))).toEqual([
      "Facebook is down. It's not you.",
      '4,200 others were signed out of Facebook too.',
      'Why?',
      'status',
    ]);
  });

  it('interrupts and leads to what to do when somebody else may be in the account', () => {
    expect(told(incidentOf(SAMPLE_VERDICTS['account-compromise']))).toEqual([
      "Your Facebook account may be in someone else's hands.",
      'Facebook says that your password was changed 2 h 5 min ago.',
      'What to do now',
      'alert',
    ]);
  });

  it('explains an alarm by what raised it, also when an outage is the likelier cause', () => {
    expect(told(incidentOf(SAMPLE_VERDICTS['outage-act']))[1]).toBe(
      'Facebook says that the email address or phone number was changed.',
    );
  });

  it('asks where nothing is clear yet', () => {
    expect(told(incidentOf(SAMPLE_VERDICTS.unclear, 'instagram'))[2]).toBe('Answer');
  });

  it('has a line also where nothing weighs in', () => {
    const bare = { ...SAMPLE_VERDICTS.unclear, reasons: [], nextChecks: [] };
    expect(told(incidentOf(bare)).slice(1, 3)).toEqual(['This is being checked.', 'Why?']);
  });

  it('says that it works again, and how long it was down', () => {
    expect(told(recoveredIncident)).toEqual([
      'Facebook works again',
      'It was down for 2 h 4 min. You can sign in.',
      'Details',
      'status',
    ]);
  });

  it('does not call something an outage afterwards that turned out not to be one', () => {
    const { verdicts } = incidentOf(SAMPLE_VERDICTS.outage);
    const last = { at: recoveredIncident.updatedAt, verdict: SAMPLE_VERDICTS.network, because: null };
    expect(told({ ...recoveredIncident, verdicts: [...verdicts, last] })[1]).toBe(
      'It is over after 2 h 4 min.',
    );
  });
});

describe('the words of a verdict', () => {
  it('count what points to somebody else as speaking for an alarm, whatever the cause', () => {
    const { reasons } = verdictWords(texts, SAMPLE_VERDICTS['outage-act'], 'facebook', nameOf);
    expect(reasons.map(({ speaksFor }) => speaksFor)).toEqual([true, true, true]);
    const calm = { ...SAMPLE_VERDICTS['outage-act'], alarm: 'watch' as const };
    const { reasons: weighed } = verdictWords(texts, calm, 'facebook', nameOf);
    expect(weighed.map(({ speaksFor }) => speaksFor)).toEqual([false, true, false]);
  });

  it('put the weightiest reason first and no bar beyond its end', () => {
    const { reasons } = verdictWords(texts, SAMPLE_VERDICTS.outage, 'facebook', nameOf);
    const weights = reasons.map(({ reason }) => reason.weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(reasons.every(({ share }) => share > 0 && share <= 1)).toBe(true);
  });

  it('ask the question that would change most', () => {
    const verdict = {
      ...SAMPLE_VERDICTS.unclear,
      nextChecks: [
        { type: 'measurement' as const, measurement: 'feed' as const, gain: 0.9 },
        { type: 'question' as const, question: 'was-signed-in' as const, gain: 0.1 },
        { type: 'question' as const, question: 'contacts-also-affected' as const, gain: 0.3 },
      ],
    };
    expect(verdictWords(texts, verdict, 'facebook', nameOf).question?.question).toBe(
      'contacts-also-affected',
    );
  });

  it('speak of Meta only where the service is one of Meta', () => {
    const todo = (service: 'facebook' | 'x') =>
      verdictWords(texts, SAMPLE_VERDICTS.outage, service, nameOf)
        .todo.map(({ text }) => text)
        .join();
    expect(todo('facebook')).toContain('Meta has no support phone number');
    expect(todo('x')).not.toContain('Meta');
  });
});
