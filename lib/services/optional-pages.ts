import { messengerPages } from './messenger-marks.ts';
import type { ServicePages } from './page-mark.ts';
import { threadsPages } from './threads-marks.ts';
import { whatsappPages } from './whatsapp-marks.ts';
import { xPages } from './x-marks.ts';

/** The pages of the services that a person can add. */
export const OPTIONAL_PAGES: readonly ServicePages[] = [messengerPages, threadsPages, whatsappPages, xPages];
