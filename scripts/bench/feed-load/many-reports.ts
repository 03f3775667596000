import { bucketOf, REPORT_KINDS } from '../../../lib/model/report.ts';
import { SERVICE_IDS } from '../../../lib/model/service-id.ts';

const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/** Reports of so many networks at `now` (ms since 1970), as a proxy hands them on. */
export const manyReports = (networks: number, now: number) =>
  Array.from({ length: networks }, (_, index) => ({
    method: 'POST',
    path: '/v1/reports',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `${20 + (index % 60)}.${Math.floor(index / 250) % 250}.${index % 250}.7`,
    },
    body: JSON.stringify({
      v: 1,
      service: pick(SERVICE_IDS, index),
      kind: pick(REPORT_KINDS, Math.floor(index / SERVICE_IDS.length)),
      bucket: bucketOf(now),
    }),
  }));
