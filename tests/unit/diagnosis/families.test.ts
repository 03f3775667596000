import { describe, expect, it } from 'vitest';
import { linkedTo, ownerOf } from '../../../lib/diagnosis/numbers/families.ts';
import { SERVICE_IDS } from '../../../lib/model/service-id.ts';

const ONE_SIGN_IN = ['facebook', 'instagram', 'messenger', 'threads'] as const;
const ONE_OWNER = [...ONE_SIGN_IN, 'whatsapp', 'whatsapp-business'] as const;

describe('services', () => {
  it.each(ONE_SIGN_IN)('that share a sign-in inform each other: %s the other three', (service) => {
    expect(linkedTo(service)).toEqual(ONE_SIGN_IN.filter((other) => other !== service));
  });

  it('with a sign-in of their own are informed by none', () => {
    for (const service of ['whatsapp', 'whatsapp-business', 'x', 'site:example.org'])
      expect(linkedTo(service)).toEqual([]);
  });

  it('of one owner say together no more of a line than one of them; all others have each its own', () => {
    const owner = ownerOf('facebook');
    const others = [...SERVICE_IDS.filter((id) => !(ONE_OWNER as readonly string[]).includes(id))];
    expect(others).toEqual(['x']);
    for (const service of ONE_OWNER) expect([service, ownerOf(service)]).toEqual([service, owner]);
    const sites = ['x', 'site:example.org', 'site:example.net'].map(ownerOf);
    expect(new Set([owner, ...sites]).size).toBe(4);
    expect(sites).not.toContain(undefined);
  });
});
