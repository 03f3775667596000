import type { ToContent } from '../messaging/to-content.ts';
import { serviceOfUrl } from '../services/index.ts';
import { browser } from './extension-api.ts';
import type { ServiceTab, TabPort } from './ports.ts';
import { registerOptionalSensors, sensorFileOf } from './sensor-scripts.ts';

const TOAST = 'toast.js';
const DEFAULT_STORE = '0';

const inject = async (tabId: number, file: string): Promise<boolean> => {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [file] });
    return true;
  } catch {
    // The tab is gone, shows an error page, or its host is not granted.
    return false;
  }
};

const send = async (tabId: number, message: ToContent): Promise<unknown> => {
  try {
    return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    // Nobody listens in that tab.
    return undefined;
  }
};

const focusedWindow = async (): Promise<number | undefined> => {
  const window = await browser.windows.getLastFocused();
  return window.focused ? window.id : undefined;
};

export const tabPort: TabPort = {
  async ofServices(services) {
    const hosts = services.flatMap((service) => service.hosts);
    if (hosts.length === 0) return [];
    // Without the `tabs` permission the address is shown for granted hosts only, which is all that is needed.
    const [tabs, focused] = await Promise.all([browser.tabs.query({ url: hosts }), focusedWindow()]);
    return tabs.flatMap((tab): ServiceTab[] => {
      const service = serviceOfUrl(tab.url ?? '');
      if (!service || tab.id === undefined || tab.incognito) return [];
      return [
        {
          id: tab.id,
          service: service.id,
          store: tab.cookieStoreId ?? DEFAULT_STORE,
          active: tab.active,
          focused: tab.windowId === focused,
        },
      ];
    });
  },

  injectSensor: (tab) => inject(tab.id, sensorFileOf({ id: tab.service })),
  registerSensors: registerOptionalSensors,
  injectToast: (tabId) => inject(tabId, TOAST),
  sendToast: async (tabId, toast) => (await send(tabId, { type: 'toast', toast })) === true,
  askForPage: async (tabId) => (await send(tabId, { type: 'report-page' })) !== undefined,

  async openPopup(incident) {
    const url = browser.runtime.getURL(`/popup.html#incident=${encodeURIComponent(incident)}`);
    await browser.tabs.create({ url });
  },
  async openWelcome() {
    await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  },
};
