import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf } from '../../../feed/reports/network-of.ts';

const IPV4 = { network: '4:203.0.113', block: '4:203.0' };
const IPV6 = { network: '6:2001:db8:a', block: '6:2001:db8' };

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', IPV4],
    ['203.0.113.255', IPV4],
    ['2001:db8:a::1', IPV6],
    ['2001:0DB8:000A:ffff:1:2:3:4', IPV6],
    ['2001:db8:a::198.51.100.7', IPV6],
    ['::1', { network: '6:0:0:0', block: '6:0:0' }],
    ['::', { network: '6:0:0:0', block: '6:0:0' }],
    ['1::', { network: '6:1:0:0', block: '6:1:0' }],
    ['::2:3:4:5:6:7:8', { network: '6:0:2:3', block: '6:0:2' }],
  ])('%s is the /24 or /48, and the /16 or /32', (address, expected) => {
    expect(networkOf(address)).toEqual(expected);
  });

  it.each([
    ['mapped', '::ffff:203.0.113.7'],
    ['mapped, in hex', '::ffff:cb00:7107'],
    ['mapped, written out', '0:0:0:0:0:FFFF:203.0.113.7'],
    ['translated', '64:ff9b::203.0.113.7'],
    ['6to4', '2002:cb00:7107:1234::1'],
  ])('an IPv4 address in another dress (%s) is the IPv4 address', (_, address) => {
    expect(networkOf(address)).toEqual(IPV4);
  });

  it('makes one network of all link-local neighbours, whatever the interface is called', () => {
    const [one, other] = [networkOf('fe80::1%eth0'), networkOf('fe80::2:3%eth0.100')];
    expect(one).toEqual({ network: '6:fe80:0:0', block: '6:fe80:0' });
    expect(other).toEqual(one);
  });

  it.each([
    ...[
      '',
      'unknown',
      '_hidden',
      '203.0.113',
      '203.0.113.7.1',
      '203.0.113.256',
      '203.0.113.07',
      '0xcb.0.113.7',
    ],
    ...[
      '203.0.113.7:443',
      '[2001:db8::1]',
      '2001:db8::1::2',
      '2001:db8:1:2:3:4:5',
      'g::1',
      ' 203.0.113.7',
      '%eth0',
    ],
    ...[
      '203.0.113.7, 198.51.100.1',
      '203.0.113.7\n',
      `::${'0'.repeat(200)}1`,
      '٢٠٣.0.113.7',
      '203.0.113.7%eth0',
    ],
  ])('%j is no address', (text) => {
    expect(networkOf(text)).toBeNull();
  });

  it('is the same for two IPv4 addresses exactly when their first three numbers are', () => {
    const byte = fc.nat(255);
    const quad = fc.tuple(byte, byte, fc.nat(2), byte);
    fc.assert(
      fc.property(quad, quad, (one, other) => {
        const [left, right] = [networkOf(one.join('.')), networkOf(other.join('.'))];
        expect(left?.network === right?.network).toBe(one.slice(0, 3).join() === other.slice(0, 3).join());
        expect(left?.block === right?.block).toBe(one.slice(0, 2).join() === other.slice(0, 2).join());
      }),
      { seed: 1 },
    );
  });

  it('is the same for an IPv6 address however it is written', () => {
    const group = fc.oneof(fc.constant(0), fc.nat(0xffff));
    fc.assert(
      fc.property(fc.tuple(group, group, group, group, group, group, group, group), (groups) => {
        const long = groups.map((value) => value.toString(16).padStart(4, '0')).join(':');
        const short = new URL(`http://[${long}]/`).hostname.slice(1, -1);
        expect(networkOf(short)).toEqual(networkOf(long));
        expect(networkOf(long.toUpperCase())).toEqual(networkOf(long));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('never throws, whatever the text', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.%'), maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(near, fc.string(), fc.ipV6(), fc.ipV4Extended()), (text) => {
        const prefix = networkOf(text);
        if (prefix) expect(prefix.network).toMatch(/^(4:\d+\.\d+\.\d+|6:[0-9a-f]+:[0-9a-f]+:[0-9a-f]+)$/);
      }),
      { seed: 3, numRuns: 5000 },
    );
  });
});
