import { z, type Infer } from '../../lib/model/zod.ts';
import { metastatusSaid } from '../../lib/official/metastatus-files.ts';
import { gravestOfEach } from '../../lib/official/official-reading.ts';
import { metastatusOrg, orgReading, servicesOf, type MetastatusOrg } from './metastatus-org.ts';
import { readJson, type Document } from './read-document.ts';
import { everySeconds, sourceBase, sourceName, under } from './source-fields.ts';
import type { BoundedFetch, Source } from './source.ts';

export const metastatusJsonSettings = z.strictObject({
  kind: z.literal('metastatus-json'),
  name: sourceName,
  base: sourceBase,
  everySeconds,
  orgs: z.array(metastatusOrg).check(z.minLength(1), z.maxLength(32)),
});

const valueOf = (read: Document<unknown>): unknown => (read.ok ? read.value : null);

/**
 * metastatus.com through the JSON files behind its page: `data/orgs.json` and `data/outages/<org>.json`. Any path that
 * does not exist answers a page of HTML with 200, which is refused by its type. An unknown word gives no reading.
 */
export const metastatusJson = ({
  name,
  base,
  everySeconds: every,
  orgs,
}: Infer<typeof metastatusJsonSettings>): Source => ({
  name,
  services: servicesOf(orgs),
  everySeconds: every,
  read: async (fetch: BoundedFetch, now: number) => {
    const outagesOf = async (one: MetastatusOrg) => ({
      one,
      outages: await readJson(fetch, under(base, `data/outages/${one.org}.json`)),
    });
    const [overview, details] = await Promise.all([
      readJson(fetch, under(base, 'data/orgs.json')),
      Promise.all(orgs.map(outagesOf)),
    ]);
    const readings = details.flatMap(({ one, outages }) => {
      const said = metastatusSaid(valueOf(overview), valueOf(outages), one.org, now);
      return said ? [orgReading(name, base, one, said)] : [];
    });
    if (readings.length === 0 && !overview.ok) return overview;
    if (overview.ok && !Array.isArray(overview.value) && readings.length === 0)
      return { ok: false, fault: 'malformed' };
    return { ok: true, readings: gravestOfEach(readings) };
  },
});
