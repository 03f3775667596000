import { describe, expect, it } from 'vitest';
import { BUILDS, readBuilt, type Build } from './package-files.ts';

const manifestOf = (build: Build) => JSON.parse(readBuilt(build, 'manifest.json'));

describe.each(Object.keys(BUILDS) as Build[])('the manifest for %s', (build) => {
  it('asks for these permissions and no more', () => {
    const { permissions, host_permissions, optional_host_permissions, optional_permissions } =
      manifestOf(build);
    expect(permissions).toEqual(['storage', 'alarms', 'notifications', 'scripting', 'cookies', 'webRequest']);
    expect(host_permissions).toEqual(['https://*.facebook.com/*', 'https://*.instagram.com/*']);
    expect(optional_permissions).toBeUndefined();
    expect(optional_host_permissions).toEqual([
      'https://*.messenger.com/*',
      'https://*.threads.com/*',
      'https://web.whatsapp.com/*',
      'https://*.x.com/*',
      'https://metastatus.com/*',
      'https://*/*',
    ]);
  });

  it('gives pages of the web no way in', () => {
    const manifest = manifestOf(build);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_security_policy).toBeUndefined();
    expect(manifest.manifest_version).toBe(3);
  });

  it('runs one content script, on the watched hosts, in the top frame only', () => {
    const [script, ...others] = manifestOf(build).content_scripts;
    expect(others).toEqual([]);
    expect(script.matches).toEqual(['https://*.facebook.com/*', 'https://*.instagram.com/*']);
    expect(script.all_frames ?? false).toBe(false);
    expect(script.world).toBeUndefined();
  });

  it('stays out of private windows', () => {
    expect(manifestOf(build).incognito).toBe('not_allowed');
  });
});

describe('the manifest for Firefox', () => {
  it('says which Firefox it needs, and that it sends nothing unless the person chooses to', () => {
    const { gecko, gecko_android } = manifestOf('firefox').browser_specific_settings;
    expect(gecko_android.strict_min_version).toBe('142.0');
    expect(gecko.strict_min_version).toBe('140.0');
    expect(gecko.data_collection_permissions).toEqual({
      required: ['none'],
      optional: ['browsingActivity', 'websiteActivity'],
    });
  });
});

describe('the manifest for Chrome', () => {
  it('says which Chrome it needs', () => {
    expect(manifestOf('chrome').minimum_chrome_version).toBe('137');
  });
});
