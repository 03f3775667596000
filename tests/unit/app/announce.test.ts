import { describe, expect, it } from 'vitest';
import { announce, badgeOf } from '../../../lib/app/announce.ts';
import type { Alarm, Decision } from '../../../lib/model/cause.ts';
import { CAUSES } from '../../../lib/model/cause.ts';
import type { Incident, Notice } from '../../../lib/model/incident.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/model/settings.ts';

const AT = '2026-11-24T12:00:00.000Z';
const NOON = 12 * 60;

const incident = (cause: Decision, alarm: Alarm, over: Partial<Incident> = {}): Incident => ({
  id: 'facebook-1',
  service: 'facebook',
  openedAt: AT,
  closedAt: null,
  closedBy: null,
  updatedAt: AT,
  verdicts: [
    {
      at: AT,
      because: null,
      verdict: {
        cause,
        alarm,
        certainty: 'likely',
        probabilities: Object.fromEntries(CAUSES.map((name) => [name, 1 / CAUSES.length])) as never,
        reasons: [],
        alsoPossible: [],
        nextChecks: [],
      },
    },
  ],
  notices: [],
  note: '',
  ...over,
});
const told = (cause: Decision | null, alarm: Alarm, channel: Notice['channel'] = 'toast'): Notice => ({
  at: AT,
  channel,
  cause,
  alarm,
});
const settings = (notify: Partial<Settings['notify']> = {}): Settings => ({
  ...DEFAULT_SETTINGS,
  notify: { ...DEFAULT_SETTINGS.notify, ...notify },
});

describe('what is told', () => {
  it('is the first verdict', () => {
    expect(announce(incident('unclear', 'watch'), settings(), NOON)).toMatchObject({
      cause: 'unclear',
      mayNotify: true,
    });
  });

  it('is not told twice', () => {
    const again = incident('unclear', 'watch', { notices: [told('unclear', 'watch')] });
    expect(announce(again, settings(), NOON)).toBeNull();
  });

  it('is told again when the cause or the alarm changes', () => {
    const notices = [told('unclear', 'watch')];
    expect(announce(incident('outage', 'none', { notices }), settings(), NOON)).not.toBeNull();
    expect(announce(incident('unclear', 'act', { notices }), settings(), NOON)).not.toBeNull();
  });

  it('leaves out the alarms that the person does not want', () => {
    expect(announce(incident('session-expired', 'none'), settings({ alarms: ['act'] }), NOON)).toBeNull();
    expect(
      announce(incident('account-compromise', 'act'), settings({ alarms: ['act'] }), NOON),
    ).not.toBeNull();
  });

  it('keeps the quiet hours, also over midnight, but for act', () => {
    const night = settings({ quietHours: { from: 22 * 60, to: 7 * 60 } });
    expect(announce(incident('unclear', 'watch'), night, 23 * 60)?.mayNotify).toBe(false);
    expect(announce(incident('unclear', 'watch'), night, 6 * 60)?.mayNotify).toBe(false);
    expect(announce(incident('unclear', 'watch'), night, NOON)?.mayNotify).toBe(true);
    expect(announce(incident('account-compromise', 'act'), night, 23 * 60)?.mayNotify).toBe(true);
  });

  it('is once that an outage is over, and nothing where no outage was told', () => {
    const over = { closedAt: AT, closedBy: 'recovered' } as const;
    const outage = incident('outage', 'none', { ...over, notices: [told('outage', 'none')] });
    expect(announce(outage, settings(), NOON)).toMatchObject({ cause: null });
    const toldAlready = incident('outage', 'none', {
      ...over,
      notices: [told('outage', 'none'), told(null, 'none')],
    });
    expect(announce(toldAlready, settings(), NOON)).toBeNull();
    const routine = incident('session-expired', 'none', {
      ...over,
      notices: [told('session-expired', 'none')],
    });
    expect(announce(routine, settings(), NOON)).toBeNull();
    const closedByPerson = { ...outage, closedBy: 'user' as const };
    expect(announce(closedByPerson, settings(), NOON)).toBeNull();
  });
});

describe('the badge', () => {
  it('shows the gravest of what is open', () => {
    expect(badgeOf([])).toBe('none');
    expect(badgeOf([incident('outage', 'none')])).toBe('calm');
    expect(badgeOf([incident('outage', 'none'), incident('unclear', 'watch')])).toBe('watch');
    expect(badgeOf([incident('unclear', 'watch'), incident('account-compromise', 'act')])).toBe('act');
  });
});
