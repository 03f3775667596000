import { describe, expect, it } from 'vitest';
import { assess, assessWithChanges } from '../../../lib/diagnosis/index.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { at, ended, feed, login, page } from './log-builder.ts';

const of = (service: ServiceId, one: Observation): Observation => ({ ...one, service }) as Observation;

describe('the incidents of a log', () => {
  it('that opened at one moment stand in the order of their names, whichever was seen first', () => {
    const names = (...services: ServiceId[]) =>
      assess(
        services.map((service) => of(service, page(0, 'locked'))),
        at(10),
      ).map(({ service }) => service);
    expect(names('x', 'facebook', 'threads')).toEqual(['facebook', 'threads', 'x']);
    expect(names('facebook', 'threads', 'x')).toEqual(['facebook', 'threads', 'x']);
    expect(names('threads', 'x', 'facebook')).toEqual(['facebook', 'threads', 'x']);
  });

  it('that opened later stand later, whatever their names', () => {
    const log = [of('x', page(0, 'locked')), of('facebook', page(1, 'locked'))];
    expect(assess(log, at(10)).map(({ service }) => service)).toEqual(['x', 'facebook']);
  });
});

describe('what would change a verdict', () => {
  const asked = (...log: Observation[]) =>
    (assessWithChanges(log, at(60))[0]?.current?.wouldChange ?? []).map(({ check }) => check);

  it('is told of the shared status only where one was ever read', () => {
    const refused = [ended(0), login(5, 'rejected'), login(30, 'rejected')];
    expect(asked(...refused)).toEqual([
      'contacts-also-affected',
      'security-email-unrecognised',
      'logged-out-everywhere-yourself',
    ]);
    expect(asked(of('x', feed(-1, 'operational')), ...refused)).toContain('feed');
  });
});
