import { eventually } from './eventually.ts';
import type { Toast } from './toast.ts';

/** Waits for a toast, with this cause if one is given; else says what the last one said. */
export const waitForToast = async (read: () => Promise<Toast | null>, cause?: string): Promise<Toast> => {
  let last: Toast | null = null;
  return eventually(`a toast${cause ? ` of ${cause}` : ''}`, async () => {
    last = await read().catch(() => null);
    return last && (cause === undefined || last.cause === cause) ? last : null;
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; the last one was ${JSON.stringify(last)}`);
  });
};
