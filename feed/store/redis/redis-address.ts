/** Where Redis or Valkey is: one machine, or a Cluster known by some of its nodes. */
export interface RedisAddress {
  readonly cluster: boolean;
  /** `redis://` or `rediss://` addresses, with user and password where there are any. */
  readonly nodes: readonly string[];
}

const SCHEMES: Readonly<Record<string, { scheme: string; cluster: boolean }>> = {
  'redis:': { scheme: 'redis:', cluster: false },
  'rediss:': { scheme: 'rediss:', cluster: false },
  'redis+cluster:': { scheme: 'redis:', cluster: true },
  'rediss+cluster:': { scheme: 'rediss:', cluster: true },
};

const EXPECTED = 'redis://host:port, redis://a,redis://b,… or redis+cluster://host:port (rediss for TLS)';

/** Reads the setting. Several addresses, or `+cluster` in one, mean a Cluster. */
export const readRedisAddress = (
  text: string,
): { ok: true; value: RedisAddress } | { ok: false; expected: string } => {
  const nodes: string[] = [];
  let cluster = false;
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const url = URL.canParse(part) ? new URL(part) : null;
    const known = url && SCHEMES[url.protocol];
    if (!known || url.hostname === '') return { ok: false, expected: EXPECTED };
    cluster ||= known.cluster;
    nodes.push(part.replace(url.protocol, known.scheme));
  }
  return { ok: true, value: { cluster: cluster || nodes.length > 1, nodes } };
};
