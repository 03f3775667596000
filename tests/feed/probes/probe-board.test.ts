import { describe, expect, it } from 'vitest';
import { createProbeBoard } from '../../../feed/probes/probe-board.ts';

const NOW = Date.UTC(2026, 5, 12, 14, 20);
const MINUTE = 60_000;

describe('the board of probes', () => {
  const after = (...looks: (boolean | null)[]) => {
    const board = createProbeBoard();
    looks.forEach((ok, index) => {
      board.record({ service: 'facebook', ok, at: NOW + index * MINUTE });
    });
    return board.latest('facebook', NOW + looks.length * MINUTE);
  };

  it('counts the last five looks', () => {
    expect(after(true, true, true, false, false, false, true)).toEqual({ ok: 2, failed: 3 });
  });

  it('does not count looks that could not be made', () => {
    expect(after(true, null, null, null, null, null, false)).toEqual({ ok: 1, failed: 1 });
    expect(after(null, null)).toBeNull();
    expect(after()).toBeNull();
  });

  it('forgets looks after a quarter of an hour', () => {
    const board = createProbeBoard();
    board.record({ service: 'facebook', ok: false, at: NOW });
    board.record({ service: 'facebook', ok: true, at: NOW + 10 * MINUTE });
    expect(board.latest('facebook', NOW + 16 * MINUTE)).toEqual({ ok: 1, failed: 0 });
    expect(board.latest('facebook', NOW + 26 * MINUTE)).toBeNull();
  });

  it('does not count looks from the future after the clock was set back', () => {
    const board = createProbeBoard();
    board.record({ service: 'facebook', ok: false, at: NOW });
    expect(board.latest('facebook', NOW - 60 * MINUTE)).toBeNull();
  });

  it('keeps services apart', () => {
    const board = createProbeBoard();
    board.record({ service: 'facebook', ok: false, at: NOW });
    board.record({ service: 'x', ok: true, at: NOW });
    expect(board.latest('x', NOW)).toEqual({ ok: 1, failed: 0 });
    expect(board.latest('instagram', NOW)).toBeNull();
  });
});
