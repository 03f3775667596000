import { feedBase } from '../../lib/model/signed-feed.ts';
import { z, type Infer } from '../../lib/model/zod.ts';

/**
 * What a node does: `all` on one machine; `ingest` takes reports and serves what is published; `publisher` counts,
 * judges, signs and serves; `witness` looks for itself and signs what it can confirm.
 */
export const ROLES = ['all', 'ingest', 'publisher', 'witness'] as const;
export type Role = (typeof ROLES)[number];

const port = z
  .string()
  .check(z.regex(/^\d{1,5}$/, 'expected a port'))
  .check(z.refine((text) => Number(text) <= 65_535, 'expected a port up to 65535'));

const addressOf = (...protocols: readonly string[]) =>
  z
    .string()
    .check(
      z.refine(
        (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
        `expected an address that begins with ${protocols.map((name) => `${name}//`).join(' or ')}`,
      ),
    );

/** The flags of the command line as text, each by its name. */
export const flags = z
  .strictObject({
    port: z._default(port, '8787'),
    host: z._default(z.string().check(z.minLength(1, 'expected a name or an address')), '127.0.0.1'),
    data: z._default(z.string().check(z.minLength(1, 'expected a folder')), 'feed-data'),
    role: z._default(z.enum(ROLES, `expected ${ROLES.join(', ')}`), 'all'),
    redis: z.optional(addressOf('redis:', 'rediss:')),
    sources: z.optional(z.string().check(z.minLength(1, 'expected a file'))),
    base: z._default(z.array(feedBase), []),
    'object-store': z.optional(addressOf('https:', 'http:')),
    witness: z.optional(feedBase),
    'trust-proxy': z._default(z.boolean(), false),
    'region-header': z.optional(
      z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'expected the name of a header')),
    ),
  })
  .check(
    z.refine(({ role, redis }) => redis !== undefined || role === 'all' || role === 'witness', {
      path: ['role'],
      message: 'ingest and publisher nodes share their counts: they need --redis',
    }),
    z.refine((all) => all['region-header'] === undefined || all['trust-proxy'], {
      path: ['region-header'],
      message: 'only a proxy can be believed about it: it needs --trust-proxy',
    }),
  );

/** How the server is to run. */
export interface Settings {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** The folder of keys, database and published file. */
  readonly data: string;
  readonly role: Role;
  readonly redis: string | null;
  /** A file of sources and probes; null for those that come with the server. */
  readonly sources: string | null;
  /** The addresses under which readers find the feed; empty for the one it listens on. */
  readonly bases: readonly string[];
  /** The address below which the signed files are put in an S3-compatible store; null for the data folder. */
  readonly objectStore: string | null;
  /** The machine that is asked to witness; null signs with the witness key of the data folder. */
  readonly witness: string | null;
  /** Whether the last entry of `X-Forwarded-For` names the client. */
  readonly trustProxy: boolean;
  /** The header in which the edge names the client's region. */
  readonly regionHeader: string | null;
}

/** The settings that parsed flags stand for. */
export const settingsOf = (values: Infer<typeof flags>): Settings => ({
  host: values.host,
  port: Number(values.port),
  data: values.data,
  role: values.role,
  redis: values.redis ?? null,
  sources: values.sources ?? null,
  bases: values.base.map((base) => base.replace(/\/+$/, '')),
  objectStore: values['object-store']?.replace(/\/+$/, '') ?? null,
  witness: values.witness?.replace(/\/+$/, '') ?? null,
  trustProxy: values['trust-proxy'],
  regionHeader: values['region-header']?.toLowerCase() ?? null,
});
