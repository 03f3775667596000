import type { PageBackend } from '../../lib/app/page-backend.ts';
import type { Done } from '../../lib/app/page-backend.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import type { ServiceRow, Snapshot } from '../../lib/model/snapshot.ts';
import { WATCHABLE_SERVICES } from '../../lib/services/index.ts';

/** The rows of services that can be watched. */
export const watchableRows = ({ services }: Snapshot): readonly ServiceRow[] =>
  services.filter(({ service }) => WATCHABLE_SERVICES.some(({ id }) => id === service));

/**
 * Watches a service, or no longer. Must be called in the click: the browser is asked for the hosts first, while it
 * still counts as the person's wish. A refusal is no failure: the service is then watched but cannot be seen, and the
 * page says so.
 */
export const watchService = async (
  backend: PageBackend,
  { settings, services }: Snapshot,
  service: ServiceId,
  watched: boolean,
): Promise<Done> => {
  const isPermitted = services.find((row) => row.service === service)?.permitted ?? false;
  if (watched && !isPermitted) await backend.requestHosts(service);
  const others = settings.watched.filter((one) => one !== service);
  return backend.writeSettings({ ...settings, watched: watched ? [...others, service] : others });
};
