import stored from '../../assets/measured.json' with { type: 'json' };
import { measured, type Measured } from '../model/measured.ts';
import { z } from '../model/zod.ts';

/** The figures of a file like `assets/measured.json`; null where nothing was measured yet, or what it holds does not fit. */
export const readMeasured = (file: unknown): Measured | null => {
  const parsed = z.safeParse(measured, file);
  return parsed.success ? parsed.data : null;
};

/** The figures that were measured for this package. */
export const measuredFigures: Measured | null = readMeasured(stored);
