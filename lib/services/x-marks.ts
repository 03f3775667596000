import type { PageMark, ServicePages } from './page-mark.ts';

const SIGN_IN_BUTTON = '[data-testid="login"],[data-testid="loginButton"]';
const ACCOUNT_BUTTON = '[data-testid="SideNav_AccountSwitcher_Button"]';

// "Something went wrong, but don't fret" stands in X's start shell before any script has run: no mark uses it.
const marks: readonly PageMark[] = [
  { id: 'x.address.login', kind: 'login', layer: 'address', seen: 2026, grade: 'B', on: ['sign-in'] },
  {
    id: 'x.address.locked',
    kind: 'locked',
    layer: 'address',
    seen: 2025,
    grade: 'A',
    on: ['security'],
    path: /^\/account\/access/,
  },
  {
    id: 'x.address.suspended',
    kind: 'suspended',
    layer: 'address',
    seen: 2023,
    grade: 'U',
    on: ['security'],
    path: /^\/account\/suspended/,
  },
  {
    id: 'x.data.home',
    kind: 'home',
    layer: 'data',
    seen: 2025,
    grade: 'A',
    on: ['front', 'elsewhere'],
    session: 'signed-in',
  },
  {
    id: 'x.data.public',
    kind: 'public',
    layer: 'data',
    seen: 2025,
    grade: 'A',
    on: ['elsewhere'],
    session: 'signed-out',
  },
  {
    id: 'x.form.front',
    kind: 'login',
    layer: 'form',
    seen: 2025,
    grade: 'C',
    on: ['front'],
    select: SIGN_IN_BUTTON,
    without: `${ACCOUNT_BUTTON},[data-testid="primaryColumn"]`,
  },
  {
    id: 'x.role.home',
    kind: 'home',
    layer: 'role',
    seen: 2025,
    grade: 'A',
    on: ['front', 'elsewhere'],
    select: ACCOUNT_BUTTON,
    without: SIGN_IN_BUTTON,
  },
  {
    id: 'x.role.public',
    kind: 'public',
    layer: 'role',
    seen: 2025,
    grade: 'A',
    on: ['elsewhere'],
    select: SIGN_IN_BUTTON,
    without: ACCOUNT_BUTTON,
  },
];

/** A beginning: sign-in, home, public and lock addresses of X. */
export const xPages: ServicePages = {
  service: 'x',
  mainHosts: /^((www|mobile)\.)?(x|twitter)\.com$/,
  regions: {
    quiet:
      /^\/(logout|oauth|i\/oauth2|account\/begin_password_reset|i\/flow\/(signup|password_reset))(\/|\?|$)/,
    front: /^\/(\?|$)/,
    'sign-in': /^\/(i\/flow\/)?login(\/|\?|$)/,
    security: /^\/account\/(access|suspended)(\/|\?|$)/,
  },
  own: '#react-root,[src*="twimg.com"],[href*="twimg.com"]',
  sessionSigns: ['"isLoggedIn":'],
  marks,
};
