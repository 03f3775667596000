import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z, type Infer } from '../../lib/model/zod.ts';

const entry = z.object({
  file: z.string().check(z.minLength(1)),
  service: z.string(),
  url: z.string(),
  pageKind: z.string(),
});
const index = z.array(entry);

/** One capture of an index, with the path of its file. */
export interface Capture extends Infer<typeof entry> {
  readonly path: string;
}

/** What went wrong with an index, in one line. */
export interface Unreadable {
  readonly error: string;
}

const firstIssue = (error: z.core.$ZodError): string => {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || '(top)'}: ${issue.message}` : 'does not fit';
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Reads an index of captures; files are found beside it. Only `.html` files are kept. */
export const readIndex = async (path: string): Promise<readonly Capture[] | Unreadable> => {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return { error: `${path}: cannot be read` };
  const value = parse(text);
  if (value === undefined) return { error: `${path}: is not JSON` };
  const parsed = index.safeParse(value);
  if (!parsed.success) return { error: `${path}: ${firstIssue(parsed.error)}` };
  return parsed.data
    .filter(({ file }) => file.endsWith('.html'))
    .map((capture) => ({ ...capture, path: join(dirname(path), capture.file) }));
};
