import { describe, expect, it } from 'vitest';
import type { Incident, Notice } from '../../../lib/model/incident.ts';
import { isFoundOver, restsOnTrouble } from '../../../lib/model/outage-over.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';
import { SERVICES } from '../../../lib/services/index.ts';
import { noticeWords } from '../../../lib/text/notice-words.ts';
import { namesFrom } from '../../../lib/text/service-names.ts';
import { createTexts } from '../../../lib/text/texts.ts';
import { verdictWords } from '../../../lib/text/verdict-words.ts';
import { en } from '../../../locales/en.ts';
import { fr } from '../../../locales/fr.ts';
import { incidentOf } from '../../fixtures/ui/sample-data.ts';
import { SAMPLE_VERDICTS } from '../../fixtures/ui/sample-verdicts.ts';

const nameOf = namesFrom(SERVICES);
const english = createTexts('en', en, { timeZone: 'UTC' });
const french = createTexts('fr', fr, { timeZone: 'UTC' });

const named = { evidence: 'feed-outage', towards: 'outage', weight: 1.8 } as const;
const during = { ...SAMPLE_VERDICTS.outage, reasons: [named] };
const after = {
  ...during,
  reasons: [{ evidence: 'feed-showed-trouble', towards: 'outage', weight: 1.8 } as const],
};
const OVER: Notice = { at: '2026-11-24T12:00:00.000Z', channel: 'toast', cause: null, alarm: 'none' };
const open = (verdict: Verdict, notices: readonly Notice[]): Incident => ({
  ...incidentOf(verdict),
  notices: [...notices],
});

describe('an outage that is over for others', () => {
  it('is one that was told to be over, and of which no trouble is named now', () => {
    expect(isFoundOver(open(after, [OVER]))).toBe(true);
    expect(isFoundOver(open(after, []))).toBe(false);
    expect(isFoundOver(open(during, [OVER]))).toBe(false);
    expect(isFoundOver({ ...open(after, [OVER]), closedAt: OVER.at, closedBy: 'recovered' })).toBe(false);
    expect(isFoundOver(open({ ...after, alarm: 'act' }, [OVER]))).toBe(false);
    expect(isFoundOver(open({ ...after, cause: 'unclear' }, [OVER]))).toBe(false);
  });

  it('rested on a word of trouble, of the shared status or of an official page', () => {
    expect(restsOnTrouble(during)).toBe(true);
    expect(restsOnTrouble(after)).toBe(false);
    const official = { evidence: 'official-issue', towards: 'outage', weight: 1 } as const;
    expect(restsOnTrouble({ reasons: [official] })).toBe(true);
  });

  it('is told as that, not as an account that is back', () => {
    const words = noticeWords(english, open(after, []), nameOf, true);
    expect([words.headline, words.line, words.role]).toEqual([
      'The outage at Facebook seems to be over.',
      'You can try to sign in again.',
      'status',
    ]);
    expect(noticeWords(french, open(after, []), nameOf, true).headline).toBe(
      'Facebook semble fonctionner de nouveau.',
    );
  });

  it('has what to do now on its card: try again, not wait', () => {
    const card = verdictWords(english, after, 'facebook', nameOf, true);
    expect(card.headline).toBe('The outage at Facebook seems to be over.');
    expect(card.todo[0]).toEqual({
      kind: 'do',
      text: 'Try again now. If you are signed out, sign in as usual.',
    });
    expect(card.announcement).toContain('seems to be over');
    const before = verdictWords(english, after, 'facebook', nameOf);
    expect(before.todo[0]?.text).toContain('Wait.');
  });
});
