import type { SharingBackend } from '../../lib/app/sharing-backend.ts';
import type { Sharing } from '../../lib/model/sharing.ts';
import { useLive } from './use-live.ts';

/** The feeds to choose from and the reports, as they stand; null before the first reading. */
export const useSharing = (backend: SharingBackend): Sharing | null =>
  useLive(backend, 'sharing', () => backend.readSharing()).value;
