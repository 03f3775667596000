import { defineWebExtConfig } from 'wxt';

/** As root, as in a container, Chromium starts only without its own sandbox. */
const isRoot = process.getuid?.() === 0;

export default defineWebExtConfig({ chromiumArgs: isRoot ? ['--no-sandbox'] : [] });
