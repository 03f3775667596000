import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Nothing',
  version: '1',
  background: { service_worker: 'background.js' },
  content_scripts: [
    {
      matches: ['https://*.facebook.com/*', 'https://*.instagram.com/*'],
      js: ['nothing.js'],
      run_at: 'document_start',
    },
  ],
};

/** An extension that runs an empty script in the same pages: what any extension costs, to measure ours against. */
export const emptyExtension = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'oh-nothing-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Nothing</title>');
  for (const script of ['background.js', 'nothing.js']) writeFileSync(join(folder, script), '');
  return folder;
};
