import type { ServiceDefinition } from './service-definition.ts';

/** WhatsApp Business has a status but no page that is watched. */
export const whatsappBusiness: ServiceDefinition = {
  id: 'whatsapp-business',
  name: 'WhatsApp Business',
  cookieDomain: 'whatsapp.com',
  domains: ['business.whatsapp.com'],
  mainHosts: /^business\.whatsapp\.com$/,
  hosts: [],
  frontDoor: 'https://business.whatsapp.com/',
  sessionCookies: [],
  accountCookie: null,
  actingCookie: null,
  deviceCookies: [],
  signInPaths: [],
  signOutPaths: [],
  securityPaths: [],
  signInRequests: [],
  signOutRequests: [],
  siblings: ['whatsapp'],
  links: { home: 'https://business.whatsapp.com/' },
};
