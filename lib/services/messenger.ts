import type { ServiceDefinition } from './service-definition.ts';

const signInPaths = [/^\/login(\.php)?(\/|\?|$)/];

/** Messenger on its own host. Signed out it may keep a conversation's address, so its pages need more than the path. */
export const messenger: ServiceDefinition = {
  id: 'messenger',
  name: 'Messenger',
  cookieDomain: 'messenger.com',
  domains: ['messenger.com'],
  mainHosts: /^(www\.)?messenger\.com$/,
  hosts: ['https://*.messenger.com/*'],
  frontDoor: 'https://www.messenger.com/login/',
  sessionCookies: ['xs', 'c_user'],
  accountCookie: 'c_user',
  actingCookie: 'i_user',
  deviceCookies: ['datr', 'sb'],
  signInPaths,
  signOutPaths: [/^\/logout(\.php)?(\/|\?|$)/],
  securityPaths: [
    ...signInPaths,
    /^\/checkpoint(\/|\?|$)/,
    /^\/two_(step_verification|factor)(\/|\?|$)/,
    /^\/recover(\/|\?|$)/,
  ],
  signInRequests: ['https://*.messenger.com/login/*'],
  signOutRequests: ['https://*.messenger.com/logout/*', 'https://*.messenger.com/logout.php*'],
  siblings: ['facebook', 'instagram', 'threads'],
  links: {
    home: 'https://www.messenger.com/',
    compromised: 'https://www.facebook.com/hacked',
    findAccount: 'https://www.facebook.com/login/identify',
    crowd: 'https://downdetector.com/status/facebook-messenger/',
  },
};
