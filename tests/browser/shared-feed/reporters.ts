import { bucketOf, type ReportKind } from '../../../lib/model/report.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';

const AT_ONCE = 20;

/** The address of somebody in a network of their own: /24 number `index`, spread over many /16s. */
export const addressIn = (index: number): string =>
  `${20 + (index % 97)}.${(index * 31) % 251}.${Math.floor(index / 97) % 251}.7`;

export interface Reports {
  readonly service: ServiceId;
  readonly kind: ReportKind;
  /** From so many networks, beginning with number `from`. */
  readonly networks: number;
  readonly from?: number;
  /** When it happened, in milliseconds since 1970. */
  readonly at: number;
}

/** Reports as so many extensions in so many networks send them; the server believes the proxy that names them. */
export const sendReports = async (base: string, reports: Reports): Promise<void> => {
  const { service, kind, networks, from = 0, at } = reports;
  const body = JSON.stringify({ v: 1, service, kind, bucket: bucketOf(at) });
  const send = async (index: number): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': addressIn(index) };
    const { status } = await fetch(`${base}/v1/reports`, { method: 'POST', headers, body });
    if (status !== 204) throw new Error(`a report was answered with ${status}`);
  };
  for (let first = from; first < from + networks; first += AT_ONCE) {
    const size = Math.min(AT_ONCE, from + networks - first);
    await Promise.all(Array.from({ length: size }, (_, step) => send(first + step)));
  }
};
