import { facebookPages } from './facebook-marks.ts';
import { instagramPages } from './instagram-marks.ts';
import type { ServicePages } from './page-mark.ts';

/**
 * The pages of the services that are watched from the start. Kept apart from the services themselves and from the
 * optional pages: each script carries no more than it needs.
 */
export const WATCHED_PAGES: readonly ServicePages[] = [facebookPages, instagramPages];
