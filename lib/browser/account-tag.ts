import type { ServiceDefinition } from '../services/index.ts';
import { browser } from './extension-api.ts';

const KEY = 'account-tag-key';
const HEX = /^[0-9a-f]{64}$/;

const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

const readKey = async (): Promise<CryptoKey> => {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  const secret =
    typeof stored === 'string' && HEX.test(stored)
      ? fromHex(stored)
      : crypto.getRandomValues(new Uint8Array(32));
  if (stored !== toHex(secret)) await browser.storage.local.set({ [KEY]: toHex(secret) });
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
};

let key: Promise<CryptoKey> | undefined;

/**
 * The local name of the account that is signed in to a service in a cookie store: the first 16 hex digits of
 * HMAC-SHA-256 of its id under a random key of this installation. The only place where a cookie's value is read; it
 * goes nowhere else. Null when there is no account cookie.
 */
export const accountTag = async (service: ServiceDefinition, store: string): Promise<string | null> => {
  if (service.accountCookie === null) return null;
  const [cookie] = await browser.cookies.getAll({
    domain: service.cookieDomain,
    name: service.accountCookie,
    storeId: store,
  });
  if (!cookie || cookie.value === '') return null;
  key ??= readKey();
  const signature = await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(cookie.value));
  return toHex(new Uint8Array(signature)).slice(0, 16);
};
