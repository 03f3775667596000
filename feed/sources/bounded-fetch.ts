import type { BoundedFetch } from './source.ts';

/** Says who looks, and nothing of the machine it looks from. */
export const USER_AGENT = 'OutageOrHacked/1 (status feed; reads public status pages)';

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

type Limits = Parameters<BoundedFetch>[1];
type Result = Awaited<ReturnType<BoundedFetch>>;

/** The media type without its parameters. */
const essence = (response: Response): string =>
  (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** Decodes as the header says; as UTF-8 where it says nothing or something unheard of. */
const decoderFor = (response: Response): TextDecoder => {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
};

/** Where a redirect leads, if it stays on the host and does not leave TLS; null otherwise. */
const nextHop = (from: URL, response: Response): URL | null => {
  const location = response.headers.get('location');
  if (location === null || !URL.canParse(location, from)) return null;
  const to = new URL(location, from);
  const stays = to.hostname === from.hostname && (to.protocol === 'https:' || to.protocol === from.protocol);
  return stays && (to.port === from.port || to.protocol !== from.protocol) ? to : null;
};

/** Reads up to the cap, counted after decompression; null when there is more. */
const readBody = async (response: Response, cap: number): Promise<string | null> => {
  if (Number(response.headers.get('content-length') ?? 0) > cap) return null;
  const decoder = decoderFor(response);
  let size = 0;
  let text = '';
  // Leaving the loop early cancels the stream, and with it the connection.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > cap) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};

const follow = async (address: URL, limits: Limits, signal: AbortSignal): Promise<Result> => {
  let at = address;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const response = await fetch(at, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { 'user-agent': USER_AGENT, accept: limits.types.join(', '), 'accept-language': 'en' },
    });
    const { status } = response;
    const type = essence(response);
    if (REDIRECTS.has(status)) {
      await response.body?.cancel();
      const next = nextHop(at, response);
      if (!next) return { ok: false, fault: 'elsewhere' };
      at = next;
      continue;
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { ok: true, status, type, text: '' };
    }
    if (!limits.types.includes(type)) {
      await response.body?.cancel();
      return { ok: false, fault: 'wrong-type' };
    }
    const text = await readBody(response, limits.bytes);
    if (text !== null) return { ok: true, status, type, text };
    await response.body?.cancel().catch(() => undefined); // It was left unread where the header told its size.
    return { ok: false, fault: 'too-large' };
  }
  return { ok: false, fault: 'elsewhere' };
};

/**
 * Makes the one way in which sources and probes read from elsewhere: a GET without credentials that ends at `ms`
 * milliseconds whatever the server does, at `bytes` of decompressed text. `types` are the media
 * types that are welcome; an answer of success in any other is `wrong-type`. An answer other than success comes with its
 * status and without its text. A redirect to another host, and the fourth in a row, is `elsewhere`. Never throws.
 */
export const createBoundedFetch =
  (): BoundedFetch =>
  async (address, limits): Promise<Result> => {
    if (!URL.canParse(address)) return { ok: false, fault: 'unreachable' };
    const ending = new AbortController();
    const timer = setTimeout(() => {
      ending.abort();
    }, limits.ms);
    try {
      return await follow(new URL(address), limits, ending.signal);
    } catch {
      return { ok: false, fault: ending.signal.aborted ? 'timeout' : 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  };
