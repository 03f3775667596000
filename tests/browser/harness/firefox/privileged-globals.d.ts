/** The few of Firefox's own interfaces that the harness touches, in `BrowserScope.run` only. */
interface PrivilegedService<Interface> {
  getService(of: unknown): Interface;
}

interface ScriptError {
  readonly sourceName: string;
  readonly errorMessage: string;
  readonly flags: number;
}

declare const Ci: {
  readonly nsIX509CertDB: unknown;
  readonly nsINativeDNSResolverOverride: unknown;
  readonly nsIConsoleAPIStorage: unknown;
  readonly nsIScriptError: abstract new () => ScriptError;
  readonly nsIClearDataService: { readonly CLEAR_COOKIES: number };
};
declare const Cc: {
  readonly '@mozilla.org/security/x509certdb;1': PrivilegedService<{
    addCertFromBase64(base64: string, trust: string): void;
  }>;
  readonly '@mozilla.org/network/native-dns-override;1': PrivilegedService<{
    addIPOverride(host: string, address: string): void;
    clearHostOverride(host: string): void;
  }>;
  readonly '@mozilla.org/consoleAPI-storage;1': PrivilegedService<{
    getEvents(): readonly { level: string; filename: string; arguments: readonly unknown[] }[];
  }>;
};
declare const Services: {
  readonly io: { offline: boolean };
  readonly dns: { clearCache(all: boolean): void };
  readonly obs: { notifyObservers(subject: null, topic: string): void };
  readonly prefs: { setIntPref(name: string, value: number): void };
  readonly console: {
    getMessageArray(): readonly object[];
  };
  readonly clearData: { deleteData(flags: unknown, done: () => void): void };
};
interface InstalledExtension {
  readonly manifest: { readonly host_permissions: readonly string[] };
  terminateBackground(options?: object): Promise<void>;
}
interface BrowserDialog {
  readonly button: HTMLElement;
  readonly secondaryButton: HTMLElement;
}
declare const PopupNotifications: {
  readonly isPanelOpen: boolean;
  readonly panel: { readonly firstElementChild: BrowserDialog | null };
};
declare const WebExtensionPolicy: {
  getByID(id: string): { readonly extension: InstalledExtension } | null;
};
type ChangePermissions = (
  id: string,
  permissions: {
    readonly permissions: readonly string[];
    readonly origins: readonly string[];
    readonly data_collection?: readonly string[];
  },
  extension: InstalledExtension,
) => Promise<void>;
declare const ChromeUtils: {
  importESModule(address: 'resource://gre/modules/ExtensionPermissions.sys.mjs'): {
    readonly ExtensionPermissions: Readonly<Record<'add' | 'remove', ChangePermissions>>;
  };
};
