import { META_FILES } from './meta-text-marks.ts';
import type { PageMark, ServicePages } from './page-mark.ts';

const LOGIN_FORM = '#login_form,[data-testid="royal_login_form"],input[name="pass"]';
const CONVERSATION = '[contenteditable="true"][role="textbox"]';

const marks: readonly PageMark[] = [
  { id: 'messenger.address.login', kind: 'login', layer: 'address', seen: 2024, grade: 'A', on: ['sign-in'] },
  {
    id: 'messenger.address.checkpoint',
    kind: 'checkpoint',
    layer: 'address',
    seen: 2024,
    grade: 'B',
    on: ['security'],
    path: /^\/checkpoint(\/|\?|$)/,
  },
  {
    id: 'messenger.address.two-factor',
    kind: 'two-factor',
    layer: 'address',
    seen: 2024,
    grade: 'B',
    on: ['security'],
    path: /^\/two_/,
  },
  {
    id: 'messenger.form.wrong-password',
    kind: 'wrong-password',
    layer: 'form',
    seen: 2020,
    grade: 'A',
    on: ['front', 'sign-in'],
    select: 'a[href*="ars=facebook_login_pw_error"]',
    without: CONVERSATION,
  },
  {
    // Signed out it may keep the address of a conversation.
    id: 'messenger.form.login',
    kind: 'login',
    layer: 'form',
    seen: 2024,
    grade: 'C',
    on: ['front', 'elsewhere'],
    select: LOGIN_FORM,
    without: CONVERSATION,
  },
  {
    id: 'messenger.role.home',
    kind: 'home',
    layer: 'role',
    seen: 2025,
    grade: 'C',
    on: ['front', 'elsewhere'],
    select: CONVERSATION,
    without: LOGIN_FORM,
  },
  {
    id: 'messenger.data.home',
    kind: 'home',
    layer: 'data',
    seen: 2025,
    grade: 'B',
    on: ['front', 'elsewhere'],
    session: 'signed-in',
  },
];

/** What is known of Messenger's own host. */
export const messengerPages: ServicePages = {
  service: 'messenger',
  mainHosts: /^(www\.)?messenger\.com$/,
  regions: {
    quiet: /^\/(recover|consent)(\/|\?|$)/,
    front: /^\/(\?|$)/,
    'sign-in': /^\/login(\.php)?(\/|\?|$)/,
    security: /^\/(checkpoint|two_step_verification|two_factor)(\/|\?|$)/,
  },
  own: `#facebook,${META_FILES}`,
  sessionSigns: ['"ACCOUNT_ID":', '"USER_ID":'],
  marks,
};
