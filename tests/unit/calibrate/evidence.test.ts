import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/model/observation.ts';
import { createEvidenceReader } from '../../../scripts/calibrate/judge/evidence-reader.ts';
import { answer, at, feed, login, offline, page, server5xx } from './log.ts';

const standing = (...log: Observation[]): string => {
  const reader = createEvidenceReader('facebook');
  for (const seen of log) reader.read(seen);
  return reader.direct(at(100));
};
const isStrong = (...log: Observation[]): boolean => {
  const reader = createEvidenceReader('facebook');
  for (const seen of log) reader.read(seen);
  return reader.strongIndirect(at(100));
};

describe('direct evidence, as the judge reads the design', () => {
  it('stands at an old password, a changed address, a strange mail, strange posts', () => {
    expect(standing(page('old-password'))).toBe('stands');
    expect(standing(page('contact-changed'))).toBe('stands');
    expect(standing(answer('security-email-unrecognised', 'yes'))).toBe('stands');
    expect(standing(answer('posts-or-messages-not-yours', 'yes'))).toBe('stands');
  });

  it('does not stand at what is only strong, or only frightening', () => {
    expect(standing(page('unusual-login'))).toBe('no');
    expect(standing(page('locked'), page('suspended'), page('checkpoint'))).toBe('no');
    expect(standing(login('rejected'), login('rejected'))).toBe('no');
    expect(standing(answer('security-email-unrecognised', 'unsure'))).toBe('no');
  });

  it('is withdrawn by "that was me" to the very thing, and by nothing else', () => {
    const old = page('old-password');
    expect(standing(old, answer('changed-password-yourself', 'yes'))).toBe('no');
    expect(standing(old, answer('changed-contact-yourself', 'yes'))).toBe('stands');
    expect(standing(page('contact-changed'), answer('changed-contact-yourself', 'yes'))).toBe('no');
    expect(
      standing(old, answer('changed-password-yourself', 'yes'), answer('changed-password-yourself', 'no')),
    ).toBe('stands');
    expect(standing(old, answer('changed-password-yourself', 'unsure'))).toBe('stands');
  });

  it('stands at two refusals and two times "no" of a healthy service, not of a failing one', () => {
    const denied = [
      login('rejected'),
      login('rejected'),
      answer('changed-password-yourself', 'no'),
      answer('works-on-another-device', 'no'),
    ];
    expect(standing(feed('operational'), ...denied)).toBe('stands');
    expect(standing(...denied)).toBe('perhaps');
    expect(standing(feed('outage'), ...denied)).toBe('no');
    expect(standing(feed('operational'), server5xx(), ...denied)).toBe('no');
    expect(standing(feed('operational'), ...denied.slice(1))).toBe('no');
  });

  it('leaves it open while the network is known bad', () => {
    expect(standing(offline(), page('old-password'))).toBe('perhaps');
    expect(standing(offline(), page('old-password'), feed('operational'))).toBe('stands');
  });

  it('does not mix up services', () => {
    expect(standing({ ...page('old-password'), service: 'instagram' } as Observation)).toBe('no');
  });
});

describe('strong indirect evidence', () => {
  it('is a page that asks "was this you?", or refusals with one "no" of a healthy service', () => {
    const refused = [login('rejected'), login('rejected')];
    expect(isStrong(page('unusual-login'))).toBe(true);
    expect(isStrong(feed('operational'), ...refused, answer('works-on-another-device', 'no'))).toBe(true);
    expect(isStrong(feed('operational'), ...refused)).toBe(false);
    expect(isStrong(feed('outage'), ...refused, answer('works-on-another-device', 'no'))).toBe(false);
    expect(
      isStrong(
        feed('operational'),
        ...refused,
        answer('works-on-another-device', 'no'),
        answer('changed-password-yourself', 'yes'),
      ),
    ).toBe(false);
  });
});
