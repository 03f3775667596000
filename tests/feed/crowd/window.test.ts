import { describe, expect, it } from 'vitest';
import { bucketsNeeded } from '../../../feed/crowd/buckets-needed.ts';
import { readBucket } from '../../../feed/crowd/read-bucket.ts';
import { readWindow, windowsFilled } from '../../../feed/crowd/read-window.ts';
import { countOf, SETTINGS } from './count-of.ts';

const AT = 1_700_000_100_000; // a bucket begins
const BUCKET = AT / 300_000;

describe('the window of the last five minutes', () => {
  it('needs the four buckets in which reports are still taken, oldest first', () => {
    expect(bucketsNeeded(AT)).toEqual([BUCKET - 3, BUCKET - 2, BUCKET - 1, BUCKET]);
    expect(bucketsNeeded(AT - 1)).toEqual([BUCKET - 4, BUCKET - 3, BUCKET - 2, BUCKET - 1]);
  });

  it('adds up the bucket of the moment and the one before, and leaves older ones out', () => {
    const counts = [
      countOf('errors', BUCKET - 2, 100),
      countOf('errors', BUCKET - 1, 7),
      countOf('errors', BUCKET, 9),
    ];
    expect(readWindow(counts, AT + 60_000, SETTINGS).networks).toBe(16);
  });

  it('counts a network once, though it complains of several things', () => {
    const counts = [
      countOf('forced-logout', BUCKET, 12),
      countOf('sign-in-rejected', BUCKET, 9),
      countOf('errors', BUCKET, 12),
    ];
    expect(readBucket(counts, BUCKET).networks).toBe(12);
  });

  it('counts all who complain where they complain of different things, and those of one thing where that is all it knows', () => {
    const counts = [
      countOf('forced-logout', BUCKET, 12),
      countOf('sign-in-rejected', BUCKET, 9),
      countOf('complaint', BUCKET, 17, { regions: { FR: 17 } }),
    ];
    const { networks, reports, regions, blocks, anywhere } = readBucket(counts, BUCKET);
    expect([networks, blocks, regions.get('FR')]).toEqual([17, 17, 17]);
    // Every report is one of a kind too: none is told twice.
    expect([reports, anywhere.size]).toEqual([21, 0]);
    expect(readBucket([...counts, countOf('errors', BUCKET, 30)], BUCKET).networks).toBe(30);
  });

  it('adds up the parts of a count, each with its own cap, so that no block is worth more than a fifth of the sum', () => {
    const parts = [
      countOf('complaint', BUCKET, 30, { regions: { FR: 30 } }),
      countOf('complaint', BUCKET, 276, { blocks: [256, ...Array<number>(20).fill(1)], regions: { FR: 10 } }),
    ];
    const { networks, blocks, regions } = readBucket(parts, BUCKET);
    expect(networks).toBeCloseTo(30 + 25, 9);
    expect(blocks).toBe(30);
    expect(regions.get('FR')).toBe(30);
    expect(readBucket([...parts].reverse(), BUCKET).networks).toBeCloseTo(55, 9);
  });

  it('takes neither presence nor a sign-in that works for a complaint', () => {
    const counts = [countOf('presence', BUCKET, 500), countOf('sign-in-works', BUCKET, 300)];
    const window = readWindow(counts, AT, SETTINGS);
    expect(window.networks).toBe(0);
    expect(window.reports).toBe(0);
    expect(window.kinds.get('presence')).toBe(500);
  });

  it('takes each of the five complaints for one', () => {
    for (const kind of [
      'forced-logout',
      'sign-in-rejected',
      'errors',
      'unreachable',
      'suspended-notice',
    ] as const)
      expect(readBucket([countOf(kind, BUCKET, 9)], BUCKET).networks).toBe(9);
  });

  it('counts reports with the same cap as networks', () => {
    const flooded = countOf('errors', BUCKET, 256, { blocks: [256], reports: 768 });
    expect(readBucket([flooded], BUCKET).reports).toBe(3);
  });

  it('counts blocks that are too small to be listed by their networks', () => {
    const many = countOf('errors', BUCKET, 70, { blocks: Array<number>(5).fill(2) });
    expect(readBucket([many], BUCKET).blocks).toBe(65);
    expect(readBucket([countOf('errors', BUCKET, 9)], BUCKET).blocks).toBe(9);
    expect(readWindow([many, countOf('errors', BUCKET - 1, 9)], AT, SETTINGS).blocks).toBe(65);
  });

  it('reads reports without a network as none', () => {
    const odd = countOf('errors', BUCKET, 0, { reports: 7 });
    expect(readBucket([odd], BUCKET).reports).toBe(0);
  });

  it('expects less of a bucket that has just begun than of one that is nearly over', () => {
    expect(windowsFilled(AT, 180)).toBeCloseTo(200 / 300, 9);
    expect(windowsFilled(AT + 299_000, 180)).toBeCloseTo(499 / 300, 9);
    expect(windowsFilled(AT, 20)).toBeCloseTo(280 / 300, 9);
    expect(windowsFilled(AT, 3600)).toBeCloseTo(1 / 3, 9);
  });

  it('takes from every region what the cap took from the whole', () => {
    const flooded = countOf('errors', BUCKET, 266, {
      blocks: [256, ...Array<number>(10).fill(1)],
      regions: { EU: 260, NA: 6 },
    });
    const { regions, networks } = readBucket([flooded], BUCKET);
    expect(networks).toBeCloseTo(12.5, 9);
    expect(regions.get('EU')).toBeCloseTo(6.5, 9);
    expect(regions.get('NA')).toBe(0);
  });
});
