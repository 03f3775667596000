import type { ServiceDefinition } from './service-definition.ts';

const signInPaths = [/^\/i\/flow\/login(\/|\?|$)/, /^\/login(\/|\?|$)/];

/** X. The session cookie is sure (A); addresses but the sign-in flow and `/account/access` are not (U). */
export const x: ServiceDefinition = {
  id: 'x',
  name: 'X',
  cookieDomain: 'x.com',
  domains: ['x.com', 'twitter.com'],
  mainHosts: /^((www|mobile)\.)?(x|twitter)\.com$/,
  hosts: ['https://*.x.com/*'],
  frontDoor: 'https://x.com/i/flow/login',
  sessionCookies: ['auth_token'],
  accountCookie: 'twid',
  actingCookie: null,
  deviceCookies: [],
  signInPaths,
  signOutPaths: [/^\/logout(\/|\?|$)/],
  securityPaths: [...signInPaths, /^\/account\/(access|suspended|begin_password_reset)(\/|\?|$)/],
  signInRequests: [],
  signOutRequests: [
    'https://*.x.com/1.1/account/logout.json*',
    'https://*.x.com/i/api/1.1/account/logout.json*',
  ],
  siblings: [],
  links: {
    home: 'https://x.com/',
    findAccount: 'https://x.com/account/begin_password_reset',
    sessions: 'https://x.com/settings/sessions',
    password: 'https://x.com/settings/password',
    crowd: 'https://downdetector.com/status/twitter/',
  },
};
