import { z } from '../../lib/model/zod.ts';
import { RECOVERY_STEPS, type RecoveryStep } from '../../lib/text/recovery-steps.ts';

/** Remembers which recovery steps were done, per incident. */
export interface ChecklistStore {
  read(incident: string): readonly RecoveryStep[];
  write(incident: string, done: readonly RecoveryStep[]): void;
  forget(incident: string | null): void;
}

const PREFIX = 'recovery:';
const steps = z.array(z.enum(RECOVERY_STEPS));

const parse = (text: string | null): readonly RecoveryStep[] => {
  try {
    const parsed = steps.safeParse(JSON.parse(text ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
};

/**
 * Keeps the checklists in the storage of the extension's own pages. What cannot be read counts as nothing done;
 * where nothing can be written, the list lives as long as the page.
 * @param area not called `storage`: for that name the framework brings in a library of its own, 3 kB of the popup
 */
export const createChecklistStore = (area: Storage): ChecklistStore => ({
  read: (incident) => parse(area.getItem(PREFIX + incident)),
  write: (incident, done) => {
    try {
      area.setItem(PREFIX + incident, JSON.stringify(done));
    } catch {
      // A full disk must not break the guide.
    }
  },
  forget: (incident) => {
    const keys = Object.keys(area).filter((key) => key.startsWith(PREFIX + (incident ?? '')));
    for (const key of keys) area.removeItem(key);
  },
});
