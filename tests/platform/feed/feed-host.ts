import { createHash } from 'node:crypto';
import type { FeedEntry } from '../../../lib/model/feed.ts';
import { FEED_MEDIA_TYPE } from '../../../lib/model/signed-feed.ts';
import { json, nothing, type Answer, type PlatformRequest } from '../exchange.ts';
import { calmEntry, samplePayload, USUAL_REPORTING } from './sample-payload.ts';
import { makeSigningKey, signWith, type FeedKeys, type SigningKey } from './trust.ts';

/** Ways in which a feed can be no good. `unreachable` answers 503; the connection itself is a matter of the browser. */
export const FEED_FAULTS = [
  'none',
  'unreachable',
  'invalid-signature',
  'not-json',
  'stale',
  'rolled-back',
  'no-witness',
  'too-large',
] as const;
export type FeedFault = (typeof FEED_FAULTS)[number];

const CORS = { 'access-control-allow-origin': '*' };
const KNOWN = ['facebook', 'instagram', 'messenger', 'threads', 'whatsapp', 'x', 'whatsapp-business'];

/** The feed as a test wants it: sets what it says and how it fails. Each request gets a freshly signed file. */
export class FeedHost {
  readonly keys: FeedKeys;
  /** Reports that came in, as text, and the languages that were named with them. */
  readonly reports: string[] = [];
  readonly reportLanguages: (string | undefined)[] = [];
  /** What the feed asks of its reporters. */
  reporting = USUAL_REPORTING;
  fault: FeedFault = 'none';
  #entries: Readonly<Record<string, FeedEntry>> = Object.fromEntries(KNOWN.map((id) => [id, calmEntry()]));
  #sequence = Math.floor(Date.now() / 1000);
  readonly #stranger: SigningKey;

  private constructor(keys: FeedKeys, stranger: SigningKey) {
    this.keys = keys;
    this.#stranger = stranger;
  }

  static async create(keys: FeedKeys): Promise<FeedHost> {
    // A stranger who claims to be the feed's own key.
    return new FeedHost(keys, await makeSigningKey(keys.feed.public.kid));
  }

  /** Replaces what the feed says of these services; the others stay as they were. */
  say(entries: Readonly<Record<string, FeedEntry>>): void {
    this.#entries = { ...this.#entries, ...entries };
  }

  calm(): void {
    this.#entries = Object.fromEntries(KNOWN.map((id) => [id, calmEntry()]));
    this.fault = 'none';
    this.reporting = USUAL_REPORTING;
  }

  async answer(request: PlatformRequest): Promise<Answer> {
    if (this.fault === 'unreachable') return nothing(503);
    if (request.path === '/v1/feed.json') return this.#signed(request, await this.#file());
    if (request.path === '/v1/keys.json')
      return this.#signed(request, JSON.stringify(this.keys.trust.keyset));
    if (request.path !== '/v1/reports') return json({ error: 'not found' }, 404);
    if (request.method === 'POST') {
      this.reports.push(request.body);
      this.reportLanguages.push(request.headers['accept-language']);
    }
    return { ...nothing(204), headers: { ...CORS, 'access-control-allow-headers': 'content-type' } };
  }

  async #file(): Promise<string> {
    if (this.fault === 'not-json') return '<!doctype html><title>Feed</title>';
    if (this.fault === 'too-large') return JSON.stringify({ padding: 'x'.repeat(80 * 1024) });
    const { feed, witness, epoch } = this.keys;
    const now = this.fault === 'stale' ? Date.now() - 3_600_000 : Date.now();
    const sequence = this.fault === 'rolled-back' ? 1 : ++this.#sequence;
    const signers = this.fault === 'no-witness' ? [feed] : [feed, witness];
    const payload = { ...samplePayload(now, sequence, this.#entries, epoch), reporting: this.reporting };
    return JSON.stringify(
      await signWith(
        payload,
        this.fault === 'invalid-signature' ? [this.#stranger, this.#stranger] : signers,
      ),
    );
  }

  #signed({ headers }: PlatformRequest, body: string): Answer {
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    const common = { ...CORS, etag, 'cache-control': 'public, max-age=20, stale-while-revalidate=40' };
    return headers['if-none-match'] === etag
      ? { ...nothing(304), headers: common }
      : { status: 200, headers: { ...common, 'content-type': FEED_MEDIA_TYPE }, cookies: [], body };
  }
}
