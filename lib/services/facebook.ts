import { mainHosts, securityPaths, signInPath } from './facebook-paths.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** Facebook. Cookie names: running clients agree (A, B). Paths: vendor redirects seen by running clients (A to C). */
export const facebook: ServiceDefinition = {
  id: 'facebook',
  name: 'Facebook',
  cookieDomain: 'facebook.com',
  domains: ['facebook.com'],
  mainHosts,
  hosts: ['https://*.facebook.com/*'],
  frontDoor: 'https://www.facebook.com/login/',
  sessionCookies: ['xs', 'c_user'],
  accountCookie: 'c_user',
  actingCookie: 'i_user',
  deviceCookies: ['datr', 'sb'],
  signInPaths: [signInPath],
  signOutPaths: [/^\/logout\.php(\/|\?|$)/],
  securityPaths,
  signInRequests: [
    'https://*.facebook.com/login/*',
    'https://*.facebook.com/login.php*',
    'https://*.facebook.com/async/wbloks/fetch/?appid=com.bloks.www.bloks.caa.login.async.send_login_request*',
  ],
  signOutRequests: ['https://*.facebook.com/logout.php*'],
  siblings: ['instagram', 'messenger', 'threads'],
  links: {
    home: 'https://www.facebook.com/',
    compromised: 'https://www.facebook.com/hacked',
    findAccount: 'https://www.facebook.com/login/identify',
    sessions: 'https://accountscenter.facebook.com/password_and_security/',
    password: 'https://accountscenter.facebook.com/password_and_security/',
    crowd: 'https://downdetector.com/status/facebook/',
  },
};
