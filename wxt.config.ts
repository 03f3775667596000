import { defineConfig } from 'wxt';
import { REPORT_DATA_KINDS } from './lib/model/report.ts';
import type { Language } from './lib/model/settings.ts';
import { en } from './locales/en.ts';
import { readFeedConfig } from './scripts/build/feed-config.ts';
import { leanBackground } from './scripts/build/lean-background.ts';
import { leanContentScripts } from './scripts/build/lean-content-scripts.ts';
import { leanPages } from './scripts/build/lean-pages.ts';
import { leanSignatures } from './scripts/build/lean-signatures.ts';
import { noPolyfill } from './scripts/build/no-polyfill.ts';
import { noInnerHtml } from './scripts/build/no-inner-html.ts';
import { packAgain } from './scripts/build/pack-again.ts';
import { popupInOneFile } from './scripts/build/popup-in-one-file.ts';
import { TERSER_OPTIONS } from './scripts/build/terser-options.ts';
import { fr } from './locales/fr.ts';

const GECKO = {
  id: 'outage-or-hacked@outage-or-hacked.org',
  strict_min_version: '140.0',
  /** Nothing is sent unless the person switches reports on; Firefox asks them then. */
  data_collection_permissions: { required: ['none'] as string[], optional: [...REPORT_DATA_KINDS] },
};

/** The first Firefox for Android that knows `data_collection_permissions`. */
const GECKO_ANDROID = { strict_min_version: '142.0' };

/** Each language is a file of the package of its own, so that no bundle carries them all. */
const TEXTS = { en, fr } satisfies Record<Language, unknown>;

export default defineConfig({
  // Tests and the demo build packages of their own, with a feed of their own, beside the ordinary one.
  outDir: process.env.WXT_OUT_DIR ?? '.output',
  // The data of a feed server that runs here holds its private keys.
  zip: { excludeSources: ['demo-output/**', 'test-output/**', 'feed-data/**'] },
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: ({ command }) => ({
    plugins: [
      leanContentScripts(),
      leanPages(),
      noPolyfill(),
      noInnerHtml(),
      leanSignatures(),
      command === 'build' && leanBackground(),
      packAgain(),
    ],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Every browser that runs this knows modulepreload by itself.
    build: {
      minify: 'terser',
      terserOptions: TERSER_OPTIONS,
      target: 'es2024',
      cssTarget: ['chrome137', 'firefox140'],
      modulePreload: { polyfill: false },
    },
    define: { __FEED_CONFIG__: JSON.stringify(readFeedConfig(process.env)) },
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      for (const [language, table] of Object.entries(TEXTS))
        files.push({ relativeDest: `text/${language}.json`, contents: JSON.stringify(table) });
    },
    'build:done': async ({ config }) => {
      if (config.command === 'build') await popupInOneFile(config.outDir);
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // Private windows are never looked into: their sessions are meant to be forgotten.
    incognito: 'not_allowed',
    permissions: ['storage', 'alarms', 'notifications', 'scripting', 'cookies', 'webRequest'],
    host_permissions: ['https://*.facebook.com/*', 'https://*.instagram.com/*'],
    optional_host_permissions: [
      'https://*.messenger.com/*',
      'https://*.threads.com/*',
      'https://web.whatsapp.com/*',
      'https://*.x.com/*',
      'https://metastatus.com/*',
      'https://*/*',
    ],
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko: GECKO, gecko_android: GECKO_ANDROID } }
      : { minimum_chrome_version: '137' }),
  }),
});
