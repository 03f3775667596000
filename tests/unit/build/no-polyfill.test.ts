import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noPolyfill, OWN_API } from '../../../scripts/build/no-polyfill.ts';

const FILE = 'node_modules/webextension-polyfill/dist/browser-polyfill.js';

/** What the code in the polyfill's place exports in a world with these globals. */
const exported = async (globals: Record<string, unknown>): Promise<unknown> => {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  const once = `${OWN_API}// ${Math.random()}`;
  const module = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(once)}`)) as {
    default: unknown;
  };
  return module.default;
};

const replaced = (id: string): unknown => {
  const { transform } = noPolyfill();
  return typeof transform === 'function'
    ? transform.call({} as ThisParameterType<typeof transform>, 'code', id)
    : null;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the API as it is built in', () => {
  it('is the browser’s own, in the place of the polyfill and of nothing else', () => {
    expect(existsSync(FILE)).toBe(true);
    expect(replaced(`/somewhere/${FILE}`)).toEqual({ code: OWN_API, map: null });
    expect(replaced(`/somewhere/${FILE}?commonjs-es-import`)).toEqual({ code: OWN_API, map: null });
    expect(replaced('/somewhere/lib/browser/extension-api.ts')).toBeUndefined();
  });

  it('is called browser where the browser calls it so', async () => {
    const browser = { runtime: { id: 'own' } };
    expect(await exported({ browser, chrome: { runtime: { id: 'own' } } })).toBe(browser);
  });

  it('is called chrome elsewhere, also where something else is called browser', async () => {
    const chrome = { runtime: { id: 'own' } };
    expect(await exported({ chrome })).toBe(chrome);
    expect(await exported({ chrome, browser: {} })).toBe(chrome);
  });
});
