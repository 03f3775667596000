import type { Probe, Source } from '../../../feed/sources/source.ts';
import { SERVICE_IDS, type ServiceId } from '../../../lib/model/service-id.ts';
import type { OfficialStatus } from '../../../lib/model/feed.ts';

/** An official source and a probe that say what the test tells them. */
export const toldSources = (service: ServiceId = 'facebook') => {
  const told = { official: 'operational' as OfficialStatus | 'hangs', probe: true as boolean | null };
  const source: Source = {
    name: 'metastatus',
    services: [service],
    everySeconds: 60,
    async read(_fetch, now) {
      if (told.official === 'hangs') return new Promise(() => undefined);
      const word = {
        source: 'metastatus',
        status: told.official,
        text: 'We are aware of an issue impacting Facebook Login.',
        url: 'https://metastatus.com/',
        at: new Date(now).toISOString(),
      };
      return { ok: true, readings: [{ service, word }] };
    },
  };
  const probe: Probe = {
    name: 'front door',
    service,
    everySeconds: 20,
    look: async (_fetch, at) => ({ service, ok: told.probe, at }),
  };
  return { told, watched: { sources: [source], probes: [probe], services: [...SERVICE_IDS] } };
};
