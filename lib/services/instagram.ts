import { mainHosts, securityPaths, signInPath } from './instagram-paths.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** Instagram. `sessionid` may be blanked for a moment while signing in: that alone is no sign-out. */
export const instagram: ServiceDefinition = {
  id: 'instagram',
  name: 'Instagram',
  cookieDomain: 'instagram.com',
  domains: ['instagram.com'],
  mainHosts,
  hosts: ['https://*.instagram.com/*'],
  frontDoor: 'https://www.instagram.com/accounts/login/',
  sessionCookies: ['sessionid'],
  accountCookie: 'ds_user_id',
  actingCookie: null,
  deviceCookies: ['mid', 'ig_did', 'datr'],
  signInPaths: [signInPath],
  signOutPaths: [/^\/accounts\/logout(\/|\?|$)/, /^\/api\/v1\/web\/accounts\/logout\//],
  securityPaths,
  signInRequests: [
    'https://*.instagram.com/accounts/login/ajax/*',
    'https://*.instagram.com/api/v1/web/accounts/login/*',
    'https://*.instagram.com/async/wbloks/fetch/?appid=com.bloks.www.bloks.caa.login.async.send_login_request*',
  ],
  signOutRequests: [
    'https://*.instagram.com/accounts/logout/*',
    'https://*.instagram.com/api/v1/web/accounts/logout/*',
  ],
  siblings: ['facebook', 'messenger', 'threads'],
  links: {
    home: 'https://www.instagram.com/',
    compromised: 'https://www.instagram.com/hacked/',
    findAccount: 'https://www.instagram.com/accounts/password/reset/',
    sessions: 'https://accountscenter.instagram.com/password_and_security/',
    password: 'https://accountscenter.instagram.com/password_and_security/',
    crowd: 'https://downdetector.com/status/instagram/',
  },
};
