import type { Done } from '../../lib/app/page-backend.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import type { PageWorld } from '../page-frame/page-world.ts';
import { openIncidents } from './order-incidents.ts';

/** Checks every service that has something open, or else every watched one. */
export const checkAll = async (snapshot: Snapshot, { backend }: PageWorld): Promise<Done> => {
  const open = openIncidents(snapshot.incidents, null).map(({ service }) => service);
  const watched = snapshot.services
    .filter((row) => row.watched && row.permitted)
    .map(({ service }) => service);
  const services = [...new Set(open.length > 0 ? open : watched)];
  const all = await Promise.all(services.map((service) => backend.checkAgain(service)));
  return all.find(({ ok }) => !ok) ?? { ok: true };
};
