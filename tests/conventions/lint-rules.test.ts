import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** What the linter says of code as if it stood in that file. */
const complaints = async (filePath: string, code: string): Promise<string> => {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ message }) => message).join('\n');
};

describe('the linter holds the house together', () => {
  it.each([
    [
      'lib/model/new.ts',
      "import { x } from '../app/queue.ts';\nexport const y = x;",
      'lib/model may import only',
    ],
    [
      'lib/diagnosis/new.ts',
      "import { x } from '../storage/stores.ts';\nexport const y = x;",
      'lib/diagnosis may import only',
    ],
    [
      'components/new.tsx',
      "import { x } from '../lib/app/queue.ts';\nexport const y = x;",
      'Components take props',
    ],
    [
      'lib/sensing/new.ts',
      "import { x } from '../storage/stores.ts';\nexport const y = x;",
      'lib/sensing may import only',
    ],
    [
      'feed/sources/new.ts',
      "import { x } from '../../lib/feed/freshness.ts';\nexport const y = x;",
      'The feed server knows only lib/model and lib/official',
    ],
    [
      'lib/official/new.ts',
      "import { x } from '../feed/freshness.ts';\nexport const y = x;",
      'lib/official may import only',
    ],
    [
      'lib/app/new.ts',
      "import browser from 'webextension-polyfill';\nexport const y = browser;",
      'Only lib/browser',
    ],
    ['lib/app/new.ts', 'export const y = chrome.runtime.id;', 'Only lib/browser'],
    ['lib/diagnosis/new.ts', 'export const y = () => Date.now();', 'no clock'],
    ['lib/diagnosis/new.ts', 'export const y = () => Math.random();', 'No random'],
    ['lib/diagnosis/new.ts', 'export const y = async () => 1;', 'synchronous'],
    ['lib/model/new.ts', "import * as z from 'zod';\nexport const y = z;", 'lib/model/zod.ts'],
    ['components/new.tsx', "document.body.innerHTML = 'x';", 'Text is set as text'],
    ['lib/browser/new.ts', 'export const y = (cookie: { value: string }) => cookie.value;', 'account-tag.ts'],
    ['lib/app/new.ts', "export * from './queue.ts';", 'Import the file itself'],
  ])('in %s it refuses %s', async (file, code, words) => {
    expect(await complaints(file, code)).toContain(words);
  });

  it('lets a file be that keeps to its folder', async () => {
    expect(
      await complaints('lib/app/new.ts', "import { z } from '../model/zod.ts';\nexport const y = z;\n"),
    ).toBe('');
  });
}, 60_000);
