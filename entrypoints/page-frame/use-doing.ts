import { useState } from 'preact/hooks';
import type { Done } from '../../lib/app/page-backend.ts';

/** Things that were asked for and are under way, and whether the last one failed. */
export interface Doing {
  readonly busy: string | null;
  readonly failed: boolean;
  /** Runs one thing; resolves to whether it worked. A failure is shown, never thrown. */
  readonly run: (what: string, action: () => Promise<Done>) => Promise<boolean>;
}

export const useDoing = (): Doing => {
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const run = async (what: string, action: () => Promise<Done>): Promise<boolean> => {
    setBusy(what);
    let worked = false;
    try {
      worked = (await action()).ok;
    } catch {
      worked = false;
    }
    setFailed(!worked);
    setBusy(null);
    return worked;
  };
  return { busy, failed, run };
};
