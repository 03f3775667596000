import type { Region, ServicePages } from '../services/page-mark.ts';

/** Where a page of a main host stands, by its path and query: the first region that fits. */
export const regionOf = ({ regions }: ServicePages, path: string): Region =>
  (Object.keys(regions) as (keyof typeof regions)[]).find((region) => regions[region].test(path)) ??
  'elsewhere';
