import { readFile } from 'node:fs/promises';
import { readRecord, type RecordReading } from '../../lib/model/read-record.ts';

const NOT_READ: Readonly<Record<string, string>> = {
  ENOENT: 'expected a file, there is none of this name',
  EISDIR: 'expected a file, this is a folder',
  EACCES: 'expected a file that may be read',
};

const misfit = (expected: string): RecordReading => ({ ok: false, path: '', expected });

/** Where JSON breaks off, without the text around it. */
const jsonTrouble = (error: unknown): string => {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return `expected JSON${position === undefined ? '' : `, it breaks off at character ${position}`}`;
};

/** Reads a record file. What cannot be read or does not fit is told as a value. */
export const readRecordFile = async (file: string): Promise<RecordReading> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return misfit(NOT_READ[code] ?? `expected a file that can be read (${code})`);
  }
  try {
    return readRecord(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof SyntaxError) return misfit(jsonTrouble(error));
    throw error;
  }
};
