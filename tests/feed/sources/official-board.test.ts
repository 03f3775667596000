import { describe, expect, it } from 'vitest';
import { createOfficialBoard } from '../../../feed/sources/official-board.ts';
import type { Source, SourceResult } from '../../../feed/sources/source.ts';
import type { OfficialStatus, OfficialWord } from '../../../lib/model/feed.ts';

const NOW = Date.UTC(2026, 5, 12, 14, 20);
const MINUTE = 60_000;

const source = (name: string, everySeconds = 180): Source => ({
  name,
  services: ['facebook', 'messenger'],
  everySeconds,
  read: async () => ({ ok: true, readings: [] }),
});

const said = (status: OfficialStatus, more: Partial<OfficialWord> = {}): SourceResult => ({
  ok: true,
  readings: [
    { service: 'facebook', word: { source: 'one', status, text: null, url: null, at: null, ...more } },
  ],
});
const failed: SourceResult = { ok: false, fault: 'timeout' };

describe('the board of official words', () => {
  it('tells the gravest of several sources', () => {
    const board = createOfficialBoard();
    for (const status of ['operational', 'degraded', 'outage', 'resolved'] as const)
      board.record(source(status), said(status, { source: status }), NOW);
    expect(board.best('facebook', NOW)?.source).toBe('outage');
  });

  it('tells of two equally grave the one with words', () => {
    const board = createOfficialBoard();
    board.record(source('silent'), said('outage'), NOW);
    board.record(source('spoken'), said('outage', { text: 'We know.' }), NOW);
    expect(board.best('facebook', NOW)?.text).toBe('We know.');
  });

  it('knows nothing of a service that no source has spoken of', () => {
    const board = createOfficialBoard();
    board.record(source('one'), said('outage'), NOW);
    expect(board.best('messenger', NOW)).toBeNull();
    expect(board.best('x', NOW)).toBeNull();
  });

  it('replaces a source’s word by its next, and drops it when it says nothing more', () => {
    const board = createOfficialBoard();
    const one = source('one');
    board.record(one, said('outage'), NOW);
    board.record(one, said('resolved'), NOW + MINUTE);
    expect(board.best('facebook', NOW + MINUTE)?.status).toBe('resolved');
    board.record(one, { ok: true, readings: [] }, NOW + 2 * MINUTE);
    expect(board.best('facebook', NOW + 2 * MINUTE)).toBeNull();
  });

  it('keeps a word for ten minutes while its source cannot be read, then says so', () => {
    const board = createOfficialBoard();
    const one = source('one');
    board.record(one, said('outage'), NOW);
    for (let minute = 3; minute <= 12; minute += 3) board.record(one, failed, NOW + minute * MINUTE);
    expect(board.best('facebook', NOW + 10 * MINUTE)?.status).toBe('outage');
    expect(board.best('facebook', NOW + 12 * MINUTE)).toEqual({
      source: 'one',
      status: 'unreachable',
      text: null,
      url: null,
      at: null,
    });
    expect(board.best('facebook', NOW + 60 * MINUTE)).toBeNull();
  });

  it('gives the word of a source that is seldom read longer, thirty minutes at most', () => {
    const board = createOfficialBoard();
    board.record(source('slow', 900), said('outage'), NOW);
    expect(board.best('facebook', NOW + 30 * MINUTE)?.status).toBe('outage');
    expect(board.best('facebook', NOW + 31 * MINUTE)).toBeNull();
  });

  it('believes no word from the future after the clock was set back', () => {
    const board = createOfficialBoard();
    board.record(source('one'), said('outage'), NOW);
    expect(board.best('facebook', NOW - 60 * MINUTE)).toBeNull();
  });

  it('lets a failing source stand behind one that can be read', () => {
    const board = createOfficialBoard();
    board.record(source('one'), failed, NOW);
    board.record(source('two'), said('operational'), NOW);
    expect(board.best('facebook', NOW)?.status).toBe('operational');
  });

  it('lets nothing through that readers would refuse', () => {
    const board = createOfficialBoard();
    const one = source('one');
    board.record(
      one,
      said('outage', { text: `<p>${'word '.repeat(100)}</p>`, url: 'https://help.example/' }),
      NOW,
    );
    const word = board.best('facebook', NOW);
    expect(word?.text?.length).toBeLessThanOrEqual(280);
    expect(word?.url).toBeNull();
    board.record(one, said('outage', { text: 'Call 0800 123 4567', url: 'https://metastatus.com/' }), NOW);
    expect(board.best('facebook', NOW)).toMatchObject({
      text: null,
      url: 'https://metastatus.com/',
      status: 'outage',
    });
  });
});
