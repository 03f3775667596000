import type { NetworkPage } from './names.ts';

/** What of `chrome.developerPrivate` is used: the list of errors that `chrome://extensions` shows. */
interface DeveloperApi {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  getExtensionsInfo(): Promise<
    readonly {
      readonly id: string;
      readonly runtimeErrors: readonly {
        readonly source: string;
        readonly message: string;
        readonly severity: string;
      }[];
      readonly manifestErrors: readonly { readonly message: string }[];
    }[]
  >;
}

const api = 'chrome.developerPrivate';

/** From now on the browser itself collects the errors of unpacked extensions: worker, pages and content scripts. */
export const collectErrors = (browser: NetworkPage): Promise<void> =>
  browser.elsewhere('chrome://extensions/', async (page) => {
    await page.evaluate(`${api}.updateProfileConfiguration({ inDeveloperMode: true })`);
  });

/** The errors of the extension so far, each as `source: message`. */
export const readErrors = (browser: NetworkPage, extensionOrigin: string): Promise<readonly string[]> =>
  browser.elsewhere('chrome://extensions/', async (page) => {
    const infos = (await page.evaluate(`${api}.getExtensionsInfo()`)) as Awaited<
      ReturnType<DeveloperApi['getExtensionsInfo']>
    >;
    const own = infos.find(({ id }) => extensionOrigin.endsWith(id));
    return [
      ...(own?.manifestErrors ?? []).map(({ message }) => `manifest: ${message}`),
      ...(own?.runtimeErrors ?? [])
        .filter(({ severity }) => severity === 'ERROR')
        .map(({ source, message }) => `${source}: ${message}`),
    ];
  });
