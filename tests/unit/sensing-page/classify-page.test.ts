import { describe, expect, test } from 'vitest';
import { classifyPage } from '../../../lib/sensing/classify-page.ts';
import { fitsAddress, fitsDocument, saysSo } from '../../../lib/sensing/mark-conditions.ts';
import type { PageSnapshot } from '../../../lib/sensing/page-snapshot.ts';
import { kindOf, mark, snapshot } from './sample-page.ts';

describe('layers', () => {
  test('nothing matched is nothing claimed', () => {
    expect(kindOf()).toBeNull();
  });

  test('a lower layer never outvotes a higher one', () => {
    expect(kindOf(mark('home', 'data'), mark('locked', 'text'))).toBe('home');
    expect(kindOf(mark('suspended', 'address'), mark('locked', 'text'))).toBe('suspended');
    expect(kindOf(mark('two-factor', 'address'), mark('wrong-password', 'text'))).toBe('two-factor');
    expect(kindOf(mark('locked', 'address'), mark('home', 'data'), mark('error', 'text'))).toBe('locked');
  });

  test('a lower layer may say more precisely what a higher one says', () => {
    expect(
      kindOf(mark('login', 'address'), mark('wrong-password', 'form'), mark('old-password', 'text')),
    ).toBe('old-password');
    expect(kindOf(mark('checkpoint', 'address'), mark('locked', 'data'))).toBe('locked');
    expect(kindOf(mark('public', 'data'), mark('unavailable', 'text'))).toBe('unavailable');
  });

  test('marks of the first layer that contradict each other are nothing claimed', () => {
    expect(kindOf(mark('home', 'data'), mark('public', 'data'), mark('error', 'text'))).toBeNull();
  });

  test('contradicting refinements leave the general kind standing', () => {
    expect(kindOf(mark('checkpoint', 'address'), mark('locked', 'text'), mark('suspended', 'text'))).toBe(
      'checkpoint',
    );
  });

  test('a document that is another page altogether is not refined by its address', () => {
    expect(kindOf(mark('error', 'document'), mark('login', 'address'), mark('unavailable', 'text'))).toBe(
      'error',
    );
    expect(kindOf(mark('blocked', 'document'), mark('checkpoint', 'address'))).toBe('blocked');
  });

  test('every mark that matched is named', () => {
    const marks = [mark('home', 'data'), mark('locked', 'text')];
    expect(classifyPage(snapshot(marks)).marks).toEqual(['data.home', 'text.locked']);
  });
});

describe('conditions', () => {
  const at = (region: PageSnapshot['region'], path = '/x') => ({ region, path });

  test('on a quiet address only a whole document speaks', () => {
    expect(fitsAddress(mark('error', 'text'), at('quiet'))).toBe(false);
    expect(fitsAddress(mark('error', 'document'), at('quiet'))).toBe(true);
  });

  test('region, path and forbidden path must all fit', () => {
    const one = mark('checkpoint', 'address', { on: ['security'], path: /^\/c/, notPath: /flow/ });
    expect(fitsAddress(one, at('security', '/c'))).toBe(true);
    expect(fitsAddress(one, at('elsewhere', '/c'))).toBe(false);
    expect(fitsAddress(one, at('security', '/d'))).toBe(false);
    expect(fitsAddress(one, at('security', '/c?flow'))).toBe(false);
  });

  test('where others write only home, public and dialogs of the service can match', () => {
    const page = snapshot([], { others: true });
    expect(fitsDocument(mark('locked', 'address'), page)).toBe(false);
    expect(fitsDocument(mark('error', 'text'), page)).toBe(false);
    expect(fitsDocument(mark('home', 'data'), page)).toBe(true);
    expect(fitsDocument(mark('public', 'data'), page)).toBe(true);
    expect(fitsDocument(mark('session-expired', 'text', { dialog: true }), page)).toBe(true);
  });

  test('a session that the page does not name is neither', () => {
    expect(fitsDocument(mark('home', 'data', { session: 'signed-in' }), snapshot([]))).toBe(false);
    expect(fitsDocument(mark('public', 'data', { session: 'signed-out' }), snapshot([]))).toBe(false);
  });

  test('who made the document must be as asked', () => {
    expect(fitsDocument(mark('blocked', 'document', { own: false }), snapshot([]))).toBe(false);
    expect(fitsDocument(mark('blocked', 'document', { own: false }), snapshot([], { own: false }))).toBe(
      true,
    );
  });

  test('a mark of short pages does not match long ones', () => {
    const one = mark('error', 'text', { short: true });
    expect(saysSo(one, snapshot([]))).toBe(true);
    expect(saysSo(one, snapshot([], { short: false }))).toBe(false);
  });

  test('words in a dialog count only for marks that ask for them', () => {
    const said = snapshot([], { sentences: [{ text: 'session expired', dialog: true }] });
    expect(saysSo(mark('error', 'text', { phrase: /^session/ }), said)).toBe(false);
    expect(saysSo(mark('session-expired', 'text', { phrase: /^session/, dialog: true }), said)).toBe(true);
    expect(saysSo(mark('error', 'text', { phrase: /^other/ }), said)).toBe(false);
  });
});
