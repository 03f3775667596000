import { describe, expect, it } from 'vitest';
import { createProbeBoard } from '../../../feed/probes/probe-board.ts';
import { createOfficialBoard } from '../../../feed/sources/official-board.ts';
import type { Probe, Source, SourceResult } from '../../../feed/sources/source.ts';
import { createRounds } from '../../../feed/sources/take-rounds.ts';
import { webOf } from './fake-fetch.ts';

const NOW = Date.UTC(2026, 5, 12, 14, 20);
const OUTAGE: SourceResult = {
  ok: true,
  readings: [
    { service: 'facebook', word: { source: 's', status: 'outage', text: null, url: null, at: null } },
  ],
};

/** A source that answers when it is let, and counts how often it was asked. */
const slowSource = () => {
  const waiting: (() => void)[] = [];
  const asked: number[] = [];
  const source: Source = {
    name: 's',
    services: ['facebook'],
    everySeconds: 60,
    read: (_, now) => {
      asked.push(now);
      return new Promise((resolve) => {
        waiting.push(() => {
          resolve(OUTAGE);
        });
      });
    },
  };
  return { source, asked, answer: () => waiting.splice(0).forEach((one) => one()) };
};

const probe: Probe = {
  name: 'p',
  service: 'x',
  everySeconds: 30,
  look: async (_, now) => ({ service: 'x', ok: true, at: now }),
};

const setUp = (sources: readonly Source[]) => {
  const official = createOfficialBoard();
  const looks = createProbeBoard();
  const seen: string[] = [];
  const rounds = createRounds({
    sources,
    probes: [probe],
    fetch: webOf({}),
    official,
    looks,
    onRead: ({ name }, { ok }) => seen.push(`${name} ${ok}`),
    onLook: ({ name }, { ok }) => seen.push(`${name} ${ok}`),
  });
  return { rounds, official, looks, seen };
};

describe('rounds', () => {
  it('write what came of a reading and a look on the boards, and tell of both', async () => {
    const { source, answer } = slowSource();
    const { rounds, official, looks, seen } = setUp([source]);
    const round = rounds.due(NOW);
    answer();
    await round;
    expect(official.best('facebook', NOW)?.status).toBe('outage');
    expect(looks.latest('x', NOW)).toEqual({ ok: 1, failed: 0 });
    expect(seen.toSorted()).toEqual(['p true', 's true']);
  });

  it('keep to each one’s pace', async () => {
    const { source, asked, answer } = slowSource();
    const { rounds, looks } = setUp([source]);
    for (const seconds of [0, 10, 30, 59, 60, 61]) {
      const round = rounds.due(NOW + seconds * 1000);
      answer();
      await round;
    }
    expect(asked).toEqual([NOW, NOW + 60_000]);
    expect(looks.latest('x', NOW + 61_000)).toEqual({ ok: 3, failed: 0 });
  });

  it('keep none waiting for one that hangs, and ask that one no second time meanwhile', async () => {
    const { source, asked, answer } = slowSource();
    const { rounds, looks } = setUp([source]);
    const hanging = rounds.due(NOW);
    await new Promise(setImmediate);
    await rounds.due(NOW + 600_000);
    expect(asked).toHaveLength(1);
    expect(looks.latest('x', NOW + 600_000)).toEqual({ ok: 2, failed: 0 });
    answer();
    await hanging;
    const next = rounds.due(NOW + 601_000);
    answer();
    await next;
    expect(asked).toHaveLength(2);
  });

  it('go on at once after the clock was set back', async () => {
    const { source, asked, answer } = slowSource();
    const { rounds } = setUp([source]);
    for (const at of [NOW, NOW - 3_600_000]) {
      const round = rounds.due(at);
      answer();
      await round;
    }
    expect(asked).toHaveLength(2);
  });
});
