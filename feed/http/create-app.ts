import { Hono, type Context } from 'hono';
import { REPORT_SIZE_LIMIT } from '../../lib/model/report.ts';
import { FEED_SIZE_LIMIT } from '../../lib/model/signed-feed.ts';
import type { ServedFile } from '../publish/current-file.ts';
import type { Health } from '../publish/health.ts';
import { answerFile, PREFLIGHT_ANSWER, REPORT_ANSWER, type Answer } from './answer.ts';
import { readBounded } from './read-bounded.ts';
import { whyNoReport, type GateReason } from './report-gate.ts';

/** A page for people, and the hash of its style for the content security policy. */
export interface Page {
  readonly html: string;
  readonly styleHash: string;
}

export interface AppParts {
  readonly feed: () => ServedFile | null;
  readonly keys: () => ServedFile | null;
  /** Takes the language that the address asks for, and those that the browser prefers. */
  readonly page: (asked: string | null, acceptLanguage: string | null) => Page;
  readonly health: () => Health;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** Takes a report from a client's address; null on a node that takes none. */
  readonly report: ((body: Uint8Array, request: Request) => void) | null;
  readonly dropped: (reason: GateReason) => void;
  /** Witnesses a signed feed; null on a node that is no witness. */
  readonly witness:
    ((signed: Uint8Array) => Promise<{ readonly status: number; readonly json: unknown }>) | null;
}

const respond = ({ status, headers, body }: Answer): Response =>
  new Response(body === null || typeof body === 'string' ? body : new Uint8Array(body), { status, headers });

const text = (status: number, words: string, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...more } });

/** What the page may do: show itself, with the one style that is in it. No script, no request, no frame. */
const policy = (styleHash: string): string =>
  `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const onlyWith = (methods: string) => (): Response => text(405, 'Not with this method.', { allow: methods });

/** All routes of the server. The two that are asked most are answered before it where it really listens. */
export const createApp = (parts: AppParts): Hono => {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.res.headers.set('x-content-type-options', 'nosniff');
    context.res.headers.set('referrer-policy', 'no-referrer');
  });

  const file = (pick: () => ServedFile | null) => (context: Context) =>
    respond(answerFile(pick(), context.req.method, context.req.header('if-none-match')));
  for (const [path, pick] of [
    ['/v1/feed.json', parts.feed],
    ['/v1/keys.json', parts.keys],
  ] as const)
    app.get(path, file(pick)).all(path, onlyWith('GET, HEAD'));

  const { report, witness } = parts;
  if (report) {
    app.options('/v1/reports', () => respond(PREFLIGHT_ANSWER));
    app.post('/v1/reports', async ({ req }) => {
      const why = whyNoReport(
        req.header('content-type'),
        req.header('content-length'),
        req.header('origin'),
        REPORT_SIZE_LIMIT,
      );
      const body = why === null ? await readBounded(req.raw, REPORT_SIZE_LIMIT) : null;
      if (body) report(body, req.raw);
      else parts.dropped(why ?? 'too-long');
      return respond(REPORT_ANSWER);
    });
    app.all('/v1/reports', onlyWith('POST, OPTIONS'));
  }
  if (witness) {
    app.post('/v1/witness', async ({ req }) => {
      const body = await readBounded(req.raw, FEED_SIZE_LIMIT);
      if (!body) return text(413, 'Too large.');
      const { status, json } = await witness(body);
      return Response.json(json, { status });
    });
    app.all('/v1/witness', onlyWith('POST'));
  }

  app.get('/healthz', () => {
    const health = parts.health();
    return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
  });
  app.get('/metrics', async () => {
    const { type, text: body } = await parts.metrics();
    return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
  });
  app.get('/', ({ req }) => {
    const { html, styleHash } = parts.page(req.query('lang') ?? null, req.header('accept-language') ?? null);
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy(styleHash),
        'cache-control': 'public, max-age=20',
        vary: 'Accept-Language',
      },
    });
  });
  for (const path of ['/healthz', '/metrics', '/']) app.all(path, onlyWith('GET, HEAD'));
  app.notFound(() => text(404, 'Nothing here.'));
  app.onError(() => text(500, 'That went wrong.'));
  return app;
};
