import { REPORT_DATA_KINDS } from '../model/report.ts';
import { browser } from './extension-api.ts';
import { IS_FIREFOX } from './is-firefox.ts';

/** Firefox's permission to send data; the types of the browser's API do not know it yet. */
const asked = () => ({ data_collection: [...REPORT_DATA_KINDS] }) as object;

/** Whether the browser lets reports be sent. Only Firefox has a permission for it. */
export const mayReport = (): Promise<boolean> =>
  IS_FIREFOX ? browser.permissions.contains(asked()) : Promise.resolve(true);

/** Has the browser ask the person; must be called in the click. False when they refuse. */
export const requestReporting = (): Promise<boolean> =>
  IS_FIREFOX ? browser.permissions.request(asked()) : Promise.resolve(true);

/** Gives the permission back, so that the browser's own settings say what is true. */
export const dropReporting = (): Promise<boolean> =>
  IS_FIREFOX ? browser.permissions.remove(asked()) : Promise.resolve(true);
