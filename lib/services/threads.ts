import type { ServiceDefinition } from './service-definition.ts';

const signInPaths = [/^\/login(\/|\?|$)/];

/** Threads signs in with the Instagram account. The name of its session cookie has one source (C). */
export const threads: ServiceDefinition = {
  id: 'threads',
  name: 'Threads',
  cookieDomain: 'threads.com',
  domains: ['threads.com', 'threads.net'],
  mainHosts: /^(www\.)?threads\.(com|net)$/,
  hosts: ['https://*.threads.com/*'],
  frontDoor: 'https://www.threads.com/login',
  sessionCookies: ['sessionid'],
  accountCookie: 'ds_user_id',
  actingCookie: null,
  deviceCookies: ['mid', 'ig_did'],
  signInPaths,
  signOutPaths: [],
  securityPaths: [...signInPaths, /^\/(checkpoint|challenge)(\/|\?|$)/],
  signInRequests: ['https://*.threads.com/api/v1/web/accounts/login/*'],
  signOutRequests: ['https://*.threads.com/api/v1/web/accounts/logout/*'],
  siblings: ['instagram', 'facebook', 'messenger'],
  links: {
    home: 'https://www.threads.com/',
    compromised: 'https://www.instagram.com/hacked/',
    crowd: 'https://downdetector.com/status/threads/',
  },
};
