import type { ServiceDefinition } from './service-definition.ts';

/** WhatsApp Web. It has no session cookie: the link to the phone lives in the browser's own database. */
export const whatsapp: ServiceDefinition = {
  id: 'whatsapp',
  name: 'WhatsApp',
  cookieDomain: 'whatsapp.com',
  domains: ['web.whatsapp.com'],
  mainHosts: /^web\.whatsapp\.com$/,
  hosts: ['https://web.whatsapp.com/*'],
  frontDoor: 'https://web.whatsapp.com/',
  sessionCookies: [],
  accountCookie: null,
  actingCookie: null,
  deviceCookies: [],
  signInPaths: [/[?&]post_logout=1(&|$)/],
  signOutPaths: [],
  securityPaths: [/[?&]post_logout=1(&|$)/],
  signInRequests: [],
  signOutRequests: [],
  siblings: ['whatsapp-business'],
  links: {
    home: 'https://web.whatsapp.com/',
    compromised: 'https://www.whatsapp.com/contact/',
    crowd: 'https://downdetector.com/status/whatsapp/',
  },
};
