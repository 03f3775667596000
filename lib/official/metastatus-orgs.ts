import type { ServiceId } from '../model/service-id.ts';

/**
 * The organisations of metastatus.com whose trouble is trouble for everybody, and the service that each speaks of. Those
 * that only programs and businesses use (`graph-api`, `ig-messenger`, …) can be in trouble alone, and are not read.
 */
export const METASTATUS_ORGS: readonly (readonly [org: string, service: ServiceId])[] = [
  ['facebook-login', 'facebook'],
  ['messenger', 'messenger'],
  ['whatsapp-business-api', 'whatsapp-business'],
];
