import type { BrowserScope } from './browser-scope.ts';

/** What the person chooses under "Permissions" of `about:addons`, for all hosts that the manifest asks for. */
export const setHostAccess = (scope: BrowserScope, extensionId: string, granted: boolean): Promise<void> =>
  scope.run(
    async (id, on) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      );
      const extension = WebExtensionPolicy.getByID(id)?.extension;
      if (!extension) throw new Error('the extension is not installed');
      const hosts = { permissions: [], origins: extension.manifest.host_permissions };
      await ExtensionPermissions[on ? 'add' : 'remove'](id, hosts, extension);
    },
    extensionId,
    granted,
  );
