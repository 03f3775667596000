import type { en } from '../../locales/en.ts';
import type { NoOtherKeys, TranslationOf } from './text-table.ts';

type English = typeof en;

/**
 * Declares a language's table. A missing key, a key too many, or placeholders that differ from the English ones
 * fail the type check; at run time the table is returned as it is.
 */
export const translation = <const Target extends TranslationOf<English, Target>>(
  table: Target & NoOtherKeys<English, Target>,
): Target => table;
