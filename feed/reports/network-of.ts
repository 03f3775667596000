import { isIPv4, isIPv6 } from 'node:net';

/** What of an address takes part in counting, as text that is the same for all addresses inside. */
export interface NetworkPrefix {
  /** IPv4 /24 or IPv6 /48. */
  readonly network: string;
  /** IPv4 /16 or IPv6 /32. */
  readonly block: string;
}

/** The longest text of an address is 45 characters; a zone adds some. */
const LONGEST = 64;

const ofQuad = (a: number, b: number, c: number): NetworkPrefix => ({
  network: `4:${a}.${b}.${c}`,
  block: `4:${a}.${b}`,
});

const ofIPv4 = (text: string): NetworkPrefix => {
  const second = text.indexOf('.', text.indexOf('.') + 1);
  return { network: `4:${text.slice(0, text.lastIndexOf('.'))}`, block: `4:${text.slice(0, second)}` };
};

/** The groups on one side of `::`; a dotted end stands for two. */
const groupsOf = (side: string): number[] =>
  side === ''
    ? []
    : side.split(':').flatMap((group) => {
        if (!group.includes('.')) return [Number.parseInt(group, 16)];
        const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
        return [a * 256 + b, c * 256 + d];
      });

const ofGroups = (high: number, low: number): NetworkPrefix => ofQuad(high >> 8, high & 255, low >> 8);

const ofIPv6 = (text: string): NetworkPrefix => {
  const [head = '', tail = ''] = text.split('::');
  const first = groupsOf(head);
  const last = groupsOf(tail);
  const groups = [...first, ...new Array<number>(8 - first.length - last.length).fill(0), ...last];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  const middle = c + d + e;
  // IPv4 in another dress counts as the IPv4 that it is: ::ffff:0:0/96 (mapped, RFC 4291) and 64:ff9b::/96 (RFC 6052).
  if (a + b + middle === 0 && f === 0xffff) return ofGroups(g, h);
  if (a === 0x64 && b === 0xff9b && middle + f === 0) return ofGroups(g, h);
  // 6to4 (RFC 3056): here every single IPv4 address would own a /48.
  if (a === 0x2002) return ofGroups(b, c);
  const block = `6:${a.toString(16)}:${b.toString(16)}`;
  return { network: `${block}:${c.toString(16)}`, block };
};

/**
 * The network and block of an address in text form; null where the text is no address. An address that cannot be read
 * has no network that could be told from others, and a common one for all of them would give a vote to whoever sends
 * nonsense: such reports are dropped. A zone (`fe80::1%eth0`) names the server's own interface and is cut off, so that
 * all link-local neighbours are one network. Never throws.
 */
export const networkOf = (address: string): NetworkPrefix | null => {
  if (address.length > LONGEST) return null;
  if (isIPv4(address)) return ofIPv4(address);
  const zone = address.indexOf('%');
  const plain = zone === -1 ? address : address.slice(0, zone);
  return isIPv6(plain) ? ofIPv6(plain) : null;
};
