import { once } from 'node:events';
import type { Writable } from 'node:stream';

export interface LineWriter {
  /** Writes one value as a line of JSON; resolves when there is room for more. */
  write(value: unknown): Promise<void>;
  /** Writes what is still gathered. */
  end(): Promise<void>;
}

const BATCH_CHARACTERS = 64 * 1024;

/** Lines of JSON into a stream, in batches, waiting while a slow reader catches up. A reader that leaves ends it quietly. */
export const createLineWriter = (stream: Writable): LineWriter => {
  let gathered = '';
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  const flush = async (): Promise<void> => {
    const text = gathered;
    gathered = '';
    if (gone || text === '' || stream.write(text)) return;
    // The one that did not come takes its listener away, else they pile up over a long output.
    const waiting = new AbortController();
    const { signal } = waiting;
    await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).catch(
      () => undefined,
    );
    waiting.abort();
  };
  return {
    async write(value) {
      gathered += `${JSON.stringify(value)}\n`;
      if (gathered.length >= BATCH_CHARACTERS) await flush();
    },
    end: flush,
  };
};
