import type { NetworkPage } from './names.ts';

/** What of `chrome.developerPrivate` is used: the list of errors that `chrome://extensions` shows. */
interface DeveloperApi {
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

const idOf = (extensionOrigin: string): string => new URL(extensionOrigin).host;

/** From now on the browser itself collects the errors of the extension: worker, pages and content scripts. */
export const collectErrors = (browser: NetworkPage, extensionOrigin: string): Promise<void> =>
  browser.elsewhere('chrome://extensions/', async (page) => {
    const update = JSON.stringify({ extensionId: idOf(extensionOrigin), errorCollection: true });
    await page.evaluate(`${api}.updateProfileConfiguration({ inDeveloperMode: true })`);
    await page.evaluate(`${api}.updateExtensionConfiguration(${update})`);
  });

/** The errors of the extension so far, each as `source: message`. */
export const readErrors = (browser: NetworkPage, extensionOrigin: string): Promise<readonly string[]> =>
  browser.elsewhere('chrome://extensions/', async (page) => {
    const infos = (await page.evaluate(`${api}.getExtensionsInfo()`)) as Awaited<
      ReturnType<DeveloperApi['getExtensionsInfo']>
    >;
    const own = infos.find(({ id }) => id === idOf(extensionOrigin));
    return [
      ...(own?.manifestErrors ?? []).map(({ message }) => `manifest: ${message}`),
      ...(own?.runtimeErrors ?? [])
        .filter(({ severity }) => severity === 'ERROR')
        .map(({ source, message }) => `${source}: ${message}`),
    ];
  });
