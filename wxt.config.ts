import { defineConfig } from 'wxt';

const GECKO = {
  id: 'outage-or-hacked@outage-or-hacked.org',
  strict_min_version: '140.0',
  data_collection_permissions: { required: ['none'] as string[] },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: 'es2024' },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
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
      ? { browser_specific_settings: { gecko: GECKO } }
      : { minimum_chrome_version: '137' }),
  }),
});
