import { serviceId, type ServiceId } from '../../lib/model/service-id.ts';
import { z, type Infer } from '../../lib/model/zod.ts';
import { fitting } from '../../lib/official/fitting.ts';
import { readingOf, saidTogether, type Said } from '../../lib/official/official-reading.ts';
import { readTime } from '../../lib/official/read-time.ts';
import { meaningOf } from '../../lib/official/vocabulary.ts';
import { readJson } from './read-document.ts';
import { everySeconds, sourceBase, sourceName, under } from './source-fields.ts';
import type { BoundedFetch, Source } from './source.ts';
import { STATUSPAGE_COMPONENT, STATUSPAGE_IMPACT, STATUSPAGE_INDICATOR } from './vocabulary.ts';

export const statuspageV2Settings = z
  .strictObject({
    kind: z.literal('statuspage-v2'),
    name: sourceName,
    base: sourceBase,
    everySeconds,
    /** Id or name of a component, and the service that it is about. */
    components: z.optional(z.record(z.string().check(z.minLength(1), z.maxLength(200)), serviceId)),
    /** The service that the page as a whole is about. */
    whole: z.optional(serviceId),
  })
  .check(
    z.refine(
      ({ components, whole }) => whole !== undefined || Object.keys(components ?? {}).length > 0,
      'expected components, or the service that the whole page is about',
    ),
  );

const list = z.array(z.unknown());
const component = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  updated_at: z.optional(z.unknown()),
});
const update = z.object({ body: z.string(), created_at: z.optional(z.unknown()) });
const incident = z.object({
  status: z.string(),
  impact: z.string(),
  updated_at: z.optional(z.unknown()),
  incident_updates: z.optional(list),
  components: z.optional(list),
});
const summary = z.object({
  status: z.object({ indicator: z.string() }),
  components: list,
  incidents: z.optional(list),
});
type Incident = Infer<typeof incident>;

const OVER = new Set(['resolved', 'postmortem', 'completed']);

/** An open incident: how grave, with its newest update. One without impact leaves what its component says. */
const saidOfIncident = (one: Incident, now: number): Said | null => {
  const status = OVER.has(one.status) ? null : meaningOf(STATUSPAGE_IMPACT, one.impact);
  if (status === null) return null;
  const [newest] = fitting(one.incident_updates ?? [], (value) => z.safeParse(update, value))
    .map(({ body, created_at: at }) => ({ body, at: readTime(at, now) }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  return { status, text: newest?.body ?? null, at: newest?.at ?? readTime(one.updated_at, now) };
};

const isAbout = (one: Incident, keys: ReadonlySet<string>): boolean =>
  fitting(one.components ?? [], (value) => z.safeParse(component, value)).some(
    ({ id, name }) => keys.has(id) || keys.has(name),
  );

const saidOfAll = (incidents: readonly Incident[], now: number): Said[] =>
  incidents.map((one) => saidOfIncident(one, now)).filter((said) => said !== null);

type Settings = Infer<typeof statuspageV2Settings>;

/** The components that speak of a service, and the incidents that name them. */
const saidOfService = (
  { components, whole }: Settings,
  service: ServiceId,
  page: Infer<typeof summary>,
  now: number,
): Said | null => {
  const keys = new Set(Object.keys(components ?? {}).filter((key) => components?.[key] === service));
  const incidents = fitting((page.incidents ?? []).slice(0, 100), (value) => z.safeParse(incident, value));
  const said: (Said | null)[] = fitting(page.components, (value) => z.safeParse(component, value))
    .filter(({ id, name }) => keys.has(id) || keys.has(name))
    .map((one) => {
      const status = meaningOf(STATUSPAGE_COMPONENT, one.status);
      return status === null ? null : { status, text: null, at: readTime(one.updated_at, now) };
    });
  if (whole === service) {
    const status = meaningOf(STATUSPAGE_INDICATOR, page.status.indicator);
    said.push(status === null ? null : { status, text: null, at: null });
  }
  const about = whole === service ? incidents : incidents.filter((one) => isAbout(one, keys));
  return said.length === 0 ? null : saidTogether([...said, ...saidOfAll(about, now)]);
};

/** A page of Atlassian Statuspage through `api/v2/summary.json`. A component that is not there gives no reading. */
export const statuspageV2 = (settings: Settings): Source => {
  const { name, base, components, whole } = settings;
  const services = [
    ...new Set([...Object.values(components ?? {}), ...(whole === undefined ? [] : [whole])]),
  ];
  return {
    name,
    services,
    everySeconds: settings.everySeconds,
    read: async (fetch: BoundedFetch, now: number) => {
      const file = await readJson(fetch, under(base, 'api/v2/summary.json'));
      if (!file.ok) return file;
      const page = z.safeParse(summary, file.value);
      if (!page.success) return { ok: false, fault: 'malformed' };
      return {
        ok: true,
        readings: services.flatMap((service) => {
          const said = saidOfService(settings, service, page.data, now);
          return said ? [readingOf(name, service, said, base)] : [];
        }),
      };
    },
  };
};
