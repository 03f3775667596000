import type { Region, ServicePages } from '../services/page-mark.ts';

const ORDER = ['quiet', 'front', 'sign-in', 'security'] as const;

/** Where a page of a main host stands, by its path and query. */
export const regionOf = (pages: ServicePages, path: string): Region =>
  ORDER.find((region) => pages.regions[region].test(path)) ?? 'elsewhere';
