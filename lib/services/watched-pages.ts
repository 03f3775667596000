import { facebookPages } from './facebook-marks.ts';
import { instagramPages } from './instagram-marks.ts';
import { messengerPages } from './messenger-marks.ts';
import type { ServicePages } from './page-mark.ts';
import { threadsPages } from './threads-marks.ts';
import { whatsappPages } from './whatsapp-marks.ts';
import { xPages } from './x-marks.ts';

/** What is known of the pages of every service that can be watched. Kept apart from the services: only the page needs it. */
export const WATCHED_PAGES: readonly ServicePages[] = [
  facebookPages,
  instagramPages,
  messengerPages,
  threadsPages,
  whatsappPages,
  xPages,
];
