import { describe, expect, test } from 'vitest';
import { PAGE_KINDS, type PageKind } from '../../../lib/model/page-kind.ts';
import { classifyPage } from '../../../lib/sensing/classify-page.ts';
import { fitsAddress, fitsDocument, saysSo } from '../../../lib/sensing/mark-conditions.ts';
import { isSecondSign, mayCount } from '../../../lib/sensing/pages/page-gate.ts';
import { kindOf, mark, snapshot } from './sample-page.ts';

/** What each kind of page may turn out to be when words on it say more. All others contradict it. */
const MAY_TURN_OUT: Partial<Record<PageKind, readonly PageKind[]>> = {
  home: ['session-expired', 'unavailable', 'error', 'rate-limited', 'storage-lost'],
  public: ['session-expired', 'unavailable', 'error', 'rate-limited', 'storage-lost', 'login'],
  login: [
    'session-expired',
    'unavailable',
    'error',
    'rate-limited',
    'storage-lost',
    'two-factor',
    'unusual-login',
    'contact-changed',
    'locked',
    'suspended',
    'checkpoint',
    'wrong-password',
    'old-password',
  ],
  checkpoint: ['two-factor', 'unusual-login', 'contact-changed', 'locked', 'suspended'],
  'wrong-password': ['old-password'],
  'unusual-login': ['locked'],
  error: ['unavailable'],
};

describe('words on a page', () => {
  test.each(PAGE_KINDS)('that its address calls %s make it only what such a page can be', (general) => {
    for (const special of PAGE_KINDS) {
      const said = kindOf(mark(general, 'address'), mark(special, 'text'));
      expect([special, said]).toEqual([
        special,
        MAY_TURN_OUT[general]?.includes(special) ? special : general,
      ]);
    }
  });

  test.each(PAGE_KINDS)('beside others that say %s are nothing, unless one leads to the other', (one) => {
    for (const other of PAGE_KINDS) {
      const narrower = [one, other].find(
        (kind, index, both) =>
          kind === both[1 - index] || MAY_TURN_OUT[both[1 - index] as PageKind]?.includes(kind),
      );
      expect([other, kindOf(mark(one, 'text'), mark(other, 'text'))]).toEqual([other, narrower ?? null]);
    }
  });

  test('that contradict each other leave what the address says, and what the data make of it', () => {
    const marks = [mark('login', 'address'), mark('wrong-password', 'data'), mark('error', 'text')];
    expect(kindOf(...marks, mark('locked', 'text'))).toBe('wrong-password');
  });

  test('that are not there name no mark and no kind', () => {
    const absent = mark('error', 'text', { phrase: /sorry/ });
    const page = snapshot([absent, mark('login', 'address')], {
      sentences: [{ text: 'hello', dialog: false }],
    });
    expect(classifyPage(page)).toEqual({ page: 'login', marks: ['address.login'] });
  });

  test('are found among others', () => {
    const sentences = ['welcome', 'sorry', 'goodbye'].map((text) => ({ text, dialog: false }));
    expect(saysSo(mark('error', 'text', { phrase: /^sorry/ }), snapshot([], { sentences }))).toBe(true);
  });

  test('count where the service writes, and nowhere where others do', () => {
    const sorry = mark('error', 'text', { phrase: /^sorry/ });
    const sentences = [{ text: 'sorry', dialog: false }];
    expect(saysSo(sorry, snapshot([], { sentences }))).toBe(true);
    expect(saysSo(sorry, snapshot([], { sentences, others: true }))).toBe(false);
  });

  test('are not looked for by a mark without any', () => {
    expect(saysSo(mark('login', 'form'), snapshot([], { short: false }))).toBe(true);
  });
});

describe('an address on which an app’s name stands', () => {
  const at = (path: string) => ({ region: 'sign-in' as const, path });

  test.each(['client_id=1', 'app_id=1', 'api_key=1', 'api_login=1'])(
    '(%s) lets no sentence count',
    (query) => {
      expect(fitsAddress(mark('locked', 'text', { phrase: /./ }), at(`/login?${query}`))).toBe(false);
      expect(fitsAddress(mark('locked', 'address'), at(`/login?${query}`))).toBe(true);
    },
  );

  test('is no other address', () => {
    expect(fitsAddress(mark('locked', 'text', { phrase: /./ }), at('/login?next=1'))).toBe(true);
  });
});

describe('words in the page’s own data', () => {
  test('must be there for a mark that asks for them', () => {
    const asks = mark('locked', 'data', { inline: 'locked_out' });
    expect(fitsDocument(asks, snapshot([]))).toBe(false);
    expect(fitsDocument(asks, snapshot([], { inline: ['other'] }))).toBe(false);
    expect(fitsDocument(asks, snapshot([], { inline: ['other', 'locked_out'] }))).toBe(true);
  });
});

describe('a page that somebody on the way made', () => {
  test('is no sign that a session ended', () => {
    expect(isSecondSign('blocked')).toBe(false);
    expect(
      mayCount('blocked', {
        onSecurityAddress: false,
        afterEndOrSignIn: false,
        sessionKnown: false,
        incidentOpen: false,
      }),
    ).toBe(true);
  });
});

describe('a code that is asked for', () => {
  test('says something only of somebody who was signed in or signs in', () => {
    const stranger = {
      onSecurityAddress: true,
      afterEndOrSignIn: false,
      sessionKnown: false,
      incidentOpen: false,
    };
    expect(mayCount('two-factor', stranger)).toBe(false);
    expect(mayCount('two-factor', { ...stranger, afterEndOrSignIn: true })).toBe(true);
    expect(mayCount('two-factor', { ...stranger, incidentOpen: true })).toBe(true);
    expect(mayCount('two-factor', { ...stranger, sessionKnown: true })).toBe(true);
  });
});
