/**
 * What a feed must be, written a second time by hand and without the schema library, so that the fuzzing has somebody
 * to compare the client with. It follows the specification of the file in `docs/feed.md`.
 */
type Check = (value: unknown) => boolean;

const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isShare: Check = (value) => isNumber(value) && Number(value) >= 0 && Number(value) <= 1;
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isText =
  (longest: number, shortest = 0): Check =>
  (value) =>
    typeof value === 'string' && value.length >= shortest && value.length <= longest;
const oneOf =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isTime: Check = (value) => {
  if (typeof value !== 'string') return false;
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?Z$/.exec(value);
  if (!parts) return false;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
    ...[number, number, number],
    ...[number, number, number],
  ];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 59;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with exactly these fields; those whose name ends in `?` may be absent. */
const fields = (shape: Readonly<Record<string, Check>>): Check => {
  const checks = new Map(Object.entries(shape).map(([name, check]) => [name.replace('?', ''), check]));
  const needed = Object.keys(shape).filter((name) => !name.endsWith('?'));
  return (value) =>
    isObject(value) &&
    needed.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, one]) => checks.get(name)?.(one) ?? false);
};

const each =
  (isName: Check, check: Check): Check =>
  (value) =>
    isObject(value) && Object.entries(value).every(([name, one]) => isName(name) && check(one));

const isHttps: Check = (value) =>
  typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:';

const KNOWN = ['facebook', 'instagram', 'messenger', 'threads', 'whatsapp', 'x', 'whatsapp-business'];
const isService: Check = (name) =>
  KNOWN.includes(String(name)) || /^site:[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(String(name));

const isEntry = fields({
  status: oneOf('operational', 'degraded', 'outage', 'unknown'),
  confidence: isShare,
  since: orNull(isTime),
  scope: oneOf('global', 'regional', 'unknown'),
  symptoms: each(
    oneOf('forced-logout', 'sign-in-rejected', 'sign-in-works', 'errors', 'unreachable', 'suspended-notice'),
    isShare,
  ),
  reports: orNull(
    fields({
      windowSeconds: (value) => isCount(value) && Number(value) >= 1,
      count: isCount,
      expected: (value) => isNumber(value) && Number(value) >= 0,
      reporters: isCount,
    }),
  ),
  official: orNull(
    fields({
      source: isText(64, 1),
      status: oneOf('operational', 'degraded', 'outage', 'resolved', 'unreachable'),
      text: orNull(isText(280)),
      url: orNull(isHttps),
      at: orNull(isTime),
    }),
  ),
  probes: orNull(fields({ ok: isCount, failed: isCount })),
  'curve?': (value) => Array.isArray(value) && value.length <= 36 && value.every(isCount),
});

/** Whether some parsed JSON is the payload of a feed. */
export const isPayload = fields({
  format: oneOf('outage-or-hacked/feed@1'),
  epoch: isCount,
  sequence: isCount,
  issuedAt: isTime,
  expiresAt: isTime,
  next: fields({ minWaitSeconds: isCount, jitterSeconds: isCount }),
  reporting: fields({ rate: isShare, presenceRate: isShare, maxDelaySeconds: isCount }),
  services: each(isService, isEntry),
});

const isBase64url: Check = (value) => typeof value === 'string' && /^[\w-]+$/.test(value);

/** Whether some parsed JSON is a signed envelope, whoever signed it. */
export const isEnvelope = fields({
  payload: isBase64url,
  signatures: (value) =>
    Array.isArray(value) &&
    value.length >= 1 &&
    value.length <= 8 &&
    value.every(fields({ protected: isBase64url, signature: isBase64url })),
});

/** Whether some parsed JSON is the protected header of a signature by the key of this name. */
export const isHeaderOf = (kid: string): Check =>
  fields({ alg: oneOf('EdDSA'), kid: oneOf(kid), typ: oneOf('oh-feed+jws') });

const holdsPrototype = (value: unknown): boolean => {
  const left = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) continue;
    if (Object.hasOwn(one, '__proto__')) return true;
    for (const inner of Object.values(one)) left.push(inner);
  }
  return false;
};

/** The JSON in some bytes, or undefined: UTF-8 without a mark, and nowhere the name of the prototype. */
export const strictJson = (bytes: Uint8Array): unknown => {
  const text = Buffer.from(bytes).toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes) || text.startsWith('\ufeff')) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return holdsPrototype(parsed) ? undefined : parsed;
  } catch {
    return undefined;
  }
};
