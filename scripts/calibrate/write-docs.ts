import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const BEGIN = '<!-- calibrate: begin -->';
const END = '<!-- calibrate: end -->';

/** The text with what stands between the two marks replaced; null where they are not both there, in order. */
export const withSection = (text: string, section: string): string | null => {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) return null;
  return `${text.slice(0, begin + BEGIN.length)}\n\n${section.trim()}\n\n${text.slice(end)}`;
};

/** Writes the section into the document and the picture beside it; says what is missing. */
export const writeDocs = async (
  files: { readonly document: string; readonly picture: string },
  section: string,
  picture: string,
): Promise<string | null> => {
  const written = withSection(await readFile(files.document, 'utf8'), section);
  if (written === null) return `${files.document}: expected the marks ${BEGIN} and ${END}`;
  await mkdir(dirname(files.picture), { recursive: true });
  await writeFile(files.picture, picture);
  await writeFile(files.document, written);
  return null;
};
