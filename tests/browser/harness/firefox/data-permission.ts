import { REPORT_DATA_KINDS } from '../../../../lib/model/report.ts';
import { eventually } from '../eventually.ts';
import type { BrowserScope } from './browser-scope.ts';

/** What a person does with the dialog that asks whether an extension may send data: allow it, or refuse. */
export const answerDataDialog = async (scope: BrowserScope, allow: boolean): Promise<void> => {
  await eventually('the dialog for the permission to send data', () =>
    scope.run((yes) => {
      const { panel, isPanelOpen } = PopupNotifications;
      const dialog = isPanelOpen ? panel.firstElementChild : null;
      if (!dialog) return false;
      (yes ? dialog.button : dialog.secondaryButton).click();
      return true;
    }, allow),
  );
};

/** What the person does under "Permissions and data" of `about:addons`. */
export const takeDataPermissionBack = (scope: BrowserScope, extensionId: string): Promise<void> =>
  scope.run(
    async (id, kinds) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      );
      const extension = WebExtensionPolicy.getByID(id)?.extension;
      if (!extension) throw new Error('the extension is not installed');
      await ExtensionPermissions.remove(
        id,
        { permissions: [], origins: [], data_collection: kinds },
        extension,
      );
    },
    extensionId,
    REPORT_DATA_KINDS,
  );
