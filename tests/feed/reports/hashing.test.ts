import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHashKeys } from '../../../feed/reports/hash-keys.ts';
import { hashNetwork } from '../../../feed/reports/network-hash.ts';
import { bucketOf } from '../../../lib/model/report.ts';

const HOUR = Date.UTC(2024, 2, 5, 16);
const key = (byte: number) => createSecretKey(Buffer.alloc(32, byte));

describe('the names of networks', () => {
  const prefix = { network: '4:203.0.113', block: '4:203.0' };

  it('are the same for the same key, service, bucket and prefix, and other ones for any other', () => {
    const name = hashNetwork(key(1), 'facebook', 7, prefix);
    expect(hashNetwork(key(1), 'facebook', 7, prefix)).toEqual(name);
    const others = [
      hashNetwork(key(2), 'facebook', 7, prefix),
      hashNetwork(key(1), 'x', 7, prefix),
      hashNetwork(key(1), 'facebook', 8, prefix),
      hashNetwork(key(1), 'facebook', 7, { network: '4:203.0.114', block: '4:203.1' }),
    ];
    expect(new Set([name, ...others].map(({ network }) => network)).size).toBe(5);
    expect(new Set([name, ...others].map(({ block }) => block)).size).toBe(5);
  });

  it('do not show which network lies in which block, even where both are written alike', () => {
    const { network, block } = hashNetwork(key(1), 'x', 7, { network: '6:1:2', block: '6:1:2' });
    expect(network.toString(16).padStart(12, '0').slice(0, 8)).not.toBe(block.toString(16).padStart(8, '0'));
  });

  it('are spread over 48 and 32 bits', () => {
    const names = Array.from({ length: 2000 }, (_, index) => hashNetwork(key(1), 'x', index, prefix));
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(names.map(({ network }) => network / 2 ** 48))).toBeCloseTo(0.5, 1);
    expect(mean(names.map(({ block }) => block / 2 ** 32))).toBeCloseTo(0.5, 1);
  });
});

describe('the keys', () => {
  it('are let go when the last report of their hour can have come', async () => {
    const keys = createHashKeys({
      hashKey: async (now) => ({ ok: true, value: Buffer.alloc(32, now / 3_600_000) }),
    });
    const last = bucketOf(HOUR - 1);
    await keys.refresh(HOUR - 1);
    expect(keys.keyOf(last)).not.toBeNull();
    await keys.refresh(HOUR + 899_999);
    expect(keys.keyOf(last)).not.toBeNull();
    await keys.refresh(HOUR + 900_000);
    expect(keys.keyOf(last)).toBeNull();
    expect(keys.keyOf(bucketOf(HOUR))).not.toBeNull();
    keys.forget();
    expect(keys.keyOf(bucketOf(HOUR))).toBeNull();
  });

  it('stay when the store cannot be reached, and follow it when it has agreed on another', async () => {
    let answer: Uint8Array | null = Buffer.alloc(32, 1);
    const keys = createHashKeys({
      hashKey: async () => (answer ? { ok: true, value: answer } : { ok: false, fault: 'unreachable' }),
    });
    const bytes = (): Buffer | undefined => keys.keyOf(bucketOf(HOUR))?.export();
    await keys.refresh(HOUR);
    answer = null;
    await keys.refresh(HOUR + 10_000);
    expect(bytes()).toEqual(Buffer.alloc(32, 1));
    answer = Buffer.alloc(32, 2);
    await keys.refresh(HOUR + 15_000);
    expect(bytes()).toEqual(Buffer.alloc(32, 1));
    await keys.refresh(HOUR + 20_000);
    expect(bytes()).toEqual(Buffer.alloc(32, 2));
  });
});
