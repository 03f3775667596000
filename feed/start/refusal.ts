/** Why the server does not start, in a sentence for the person at the terminal. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read or write there',
  EPERM: 'this user may not read or write there',
  EEXIST: 'it is a file, not a folder',
  ENOTDIR: 'it is a file, not a folder',
  EROFS: 'nothing can be written there',
  ENOENT: 'nothing can be made there',
  ENOSPC: 'the disk is full',
};

/** What the file system refuses is no defect but something to be told; null for every other error. */
export const systemRefusal = (error: unknown): StartRefused | null => {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) return null;
  return new StartRefused(`${String(error.path)}: ${WORDS[String(error.code)] ?? String(error.code)}`);
};

/** Waits for work on files. @throws StartRefused where the file system refuses */
export const orRefuse = async <Value>(work: Promise<Value>): Promise<Value> =>
  work.catch((error: unknown) => {
    throw systemRefusal(error) ?? error;
  });
