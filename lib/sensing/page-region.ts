import type { Region, ServicePages } from '../services/page-mark.ts';

const ORDER = ['quiet', 'front', 'sign-in', 'security'] as const;

/** Where a page stands by its address. Off the main hosts everything is `elsewhere`: paths mean other things there. */
export const regionOf = (pages: ServicePages, host: string, path: string): Region =>
  (pages.mainHosts.test(host) && ORDER.find((region) => pages.regions[region].test(path))) || 'elsewhere';
