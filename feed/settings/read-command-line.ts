import { parseArgs } from 'node:util';
import { z } from '../../lib/model/zod.ts';
import { flags, settingsOf, type Settings } from './settings.ts';

/** What was asked for on the command line. */
export type Command =
  | { readonly do: 'help' }
  | { readonly do: 'serve'; readonly settings: Settings }
  | {
      readonly do: 'keys';
      /** What to do with the keys, and what with. */
      readonly words: readonly string[];
      readonly data: string;
      readonly roots: readonly string[];
      readonly key: 'feed' | 'witness';
      readonly newEpoch: boolean;
    }
  | { readonly do: 'refuse'; readonly why: string };

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  role: { type: 'string' },
  redis: { type: 'string' },
  sources: { type: 'string' },
  base: { type: 'string', multiple: true },
  'object-store': { type: 'string' },
  witness: { type: 'string' },
  'trust-proxy': { type: 'boolean' },
  'region-header': { type: 'string' },
  root: { type: 'string', multiple: true },
  key: { type: 'string' },
  'new-epoch': { type: 'boolean' },
} as const;

const keysFlags = z.strictObject({
  data: z._default(z.string().check(z.minLength(1, 'expected a folder')), 'feed-data'),
  root: z._default(z.array(z.string().check(z.minLength(1, 'expected a folder'))), []),
  key: z._default(z.enum(['feed', 'witness'], 'expected feed or witness'), 'feed'),
  'new-epoch': z._default(z.boolean(), false),
});

const refuse = (why: string): Command => ({ do: 'refuse', why });

const whyNot = ({ issues: [issue] }: z.core.$ZodError): string => {
  if (issue?.code === 'unrecognized_keys') return `--${issue.keys[0]}: not meant for this command`;
  return `--${String(issue?.path[0] ?? '')}: ${issue?.message ?? 'not understood'}`;
};

const sentence = (error: unknown): string =>
  error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error);

/**
 * Reads the arguments after the program's name. `env.FEED_REDIS` stands for `--redis`, which other users of the
 * machine could read in the list of processes. Never throws: what cannot be understood is refused with a sentence.
 */
export const readCommandLine = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Command => {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return refuse(sentence(error));
  }
  const { positionals, values } = parsed;
  const { help, ...given } = values;
  if (help === true) return { do: 'help' };
  if (positionals[0] === 'keys') {
    const read = z.safeParse(keysFlags, given);
    if (!read.success) return refuse(whyNot(read.error));
    const { data, root: roots, key } = read.data;
    return { do: 'keys', words: positionals.slice(1), data, roots, key, newEpoch: read.data['new-epoch'] };
  }
  if (positionals.length > 0) return refuse(`${positionals[0]}: not a command`);
  const redis = given.redis ?? env.FEED_REDIS;
  const read = z.safeParse(flags, redis === undefined ? given : { ...given, redis });
  return read.success ? { do: 'serve', settings: settingsOf(read.data) } : refuse(whyNot(read.error));
};
