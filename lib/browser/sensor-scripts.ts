import { WATCHABLE_SERVICES, type ServiceDefinition } from '../services/index.ts';
import { browser } from './extension-api.ts';

/** Services whose hosts are required; their page sensor stands in the manifest. */
const REQUIRED = ['facebook', 'instagram'];
const OPTIONAL_SENSOR = 'optional-page-sensor.js';
const REGISTRATION = 'optional-page-sensor';

/** The file of the page sensor that knows a service's pages. */
export const sensorFileOf = ({ id }: Pick<ServiceDefinition, 'id'>): string =>
  REQUIRED.includes(id) ? 'content-scripts/page-sensor.js' : OPTIONAL_SENSOR;

const grantedHosts = async (): Promise<string[]> => {
  const optional = WATCHABLE_SERVICES.filter(({ id }) => !REQUIRED.includes(id)).flatMap(
    ({ hosts }) => hosts,
  );
  const granted = await Promise.all(
    optional.map(async (host) => ((await browser.permissions.contains({ origins: [host] })) ? [host] : [])),
  );
  return granted.flat();
};

/**
 * Registers the page sensor for the hosts of the optional services that the person has granted, and for no others.
 * Done at every start and when permissions change: a registration outlives the browser, not an update.
 */
export const registerOptionalSensors = async (): Promise<void> => {
  const matches = await grantedHosts();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: REGISTRATION, js: [OPTIONAL_SENSOR], matches, runAt: 'document_idle', allFrames: false },
  ]);
};
