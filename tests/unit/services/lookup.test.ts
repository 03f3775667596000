import { describe, expect, test } from 'vitest';
import { SERVICE_IDS } from '../../../lib/model/service-id.ts';
import {
  isSecurityAddress,
  serviceById,
  serviceOfCookieDomain,
  serviceOfHost,
  serviceOfUrl,
  SERVICES,
  WATCHABLE_SERVICES,
} from '../../../lib/services/index.ts';

describe('services', () => {
  test('every known id has exactly one definition', () => {
    expect(SERVICES.map(({ id }) => id).sort()).toEqual([...SERVICE_IDS].sort());
  });

  test('a service that only has a status is not watchable', () => {
    expect(WATCHABLE_SERVICES.map(({ id }) => id)).not.toContain('whatsapp-business');
    expect(WATCHABLE_SERVICES).toHaveLength(SERVICES.length - 1);
  });

  test.each([
    ['www.facebook.com', 'facebook'],
    ['facebook.com', 'facebook'],
    ['fr-fr.facebook.com', 'facebook'],
    ['www.instagram.com', 'instagram'],
    ['www.messenger.com', 'messenger'],
    ['www.threads.net', 'threads'],
    ['web.whatsapp.com', 'whatsapp'],
    ['twitter.com', 'x'],
  ])('%s belongs to %s', (host, id) => {
    expect(serviceOfHost(host)?.id).toBe(id);
  });

  test.each(['notfacebook.com', 'facebook.com.evil.example', 'www.whatsapp.com', 'fox.com', ''])(
    '%s belongs to nobody',
    (host) => {
      expect(serviceOfHost(host)).toBeNull();
    },
  );

  test.each(['file:///facebook.com', 'not an address', 'https://facebook.com@evil.example/'])(
    '%s is no address of a service',
    (address) => {
      expect(serviceOfUrl(address)).toBeNull();
    },
  );

  test('a cookie is told by its domain, with or without the leading dot', () => {
    expect(serviceOfCookieDomain('.facebook.com')?.id).toBe('facebook');
    expect(serviceOfCookieDomain('www.instagram.com')?.id).toBe('instagram');
    expect(serviceOfCookieDomain('.whatsapp.com')).toBeNull();
  });

  test.each([
    ['facebook', 'https://www.facebook.com/login.php?next=https%3A%2F%2Fwww.facebook.com%2F', true],
    ['facebook', 'https://m.facebook.com/checkpoint/1501092823525282/', true],
    ['facebook', 'https://www.facebook.com/two_step_verification/two_factor/?x=1', true],
    ['facebook', 'https://www.facebook.com/loginfans', false],
    ['facebook', 'https://www.facebook.com/somebody/posts/1?next=/checkpoint/', false],
    ['facebook', 'https://evil.example/login/', false],
    ['instagram', 'https://www.instagram.com/challenge/1/AAAA/', true],
    ['instagram', 'https://www.instagram.com/accounts/suspended/', true],
    ['instagram', 'https://www.instagram.com/challenge_accepted/', false],
    ['instagram', 'https://www.facebook.com/login/', false],
    ['whatsapp', 'https://web.whatsapp.com/?post_logout=1&logout_reason=0', true],
  ] as const)('%s: security address? %s → %s', (id, address, wanted) => {
    const service = serviceById(id);
    expect(service && isSecurityAddress(service, address)).toBe(wanted);
  });
});
