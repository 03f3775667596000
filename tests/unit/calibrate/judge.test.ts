import { describe, expect, it } from 'vitest';
import type { ReplayMoment } from '../../../lib/diagnosis/index.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { GeneratedCase } from '../../../scripts/calibrate/case.ts';
import { judgeMoments } from '../../../scripts/calibrate/judge/judge-case.ts';
import { drawPerson } from '../../../scripts/calibrate/person/person.ts';
import { createRandom } from '../../../scripts/calibrate/random.ts';
import { calmSituation, type Situation } from '../../../scripts/calibrate/truth/situation.ts';
import { answer, at, ended, feed, login, ok, page, started } from './log.ts';
import { CAUSES, type Alarm, type Cause, type Certainty, type Decision } from '../../../lib/model/cause.ts';
import { toMillis } from '../../../lib/model/timestamp.ts';

const made = (causes: Situation['causes'], observations: readonly Observation[]): GeneratedCase => ({
  kind: causes.includes('account-compromise') ? 'break-in: password changed' : 'routine: ended by the server',
  truth: calmSituation('facebook', ['facebook', 'instagram'], at(0), causes),
  person: drawPerson(createRandom(1)),
  recovered: false,
  observations,
});

type Words = readonly [Decision, Certainty, Alarm] | null;

/** An engine that says these words, one for each observation; the last ones go on. */
const saying = (observations: readonly Observation[], ...words: readonly Words[]): ReplayMoment[] =>
  observations.map((seen, step) => {
    const said = words[Math.min(step, words.length - 1)] ?? null;
    const probabilities = Object.fromEntries(
      CAUSES.map((cause) => [cause, cause === said?.[0] ? 0.8 : 0.025]),
    ) as Record<Cause, number>;
    return {
      reason: 'observation',
      step,
      at: toMillis(seen.at),
      states: said
        ? [
            {
              service: 'facebook',
              verdict: {
                cause: said[0],
                certainty: said[1],
                alarm: said[2],
                probabilities,
                reasons: [],
                alsoPossible: [],
                nextChecks: [],
              },
            },
          ]
        : [],
    };
  });

const judge = (causes: Situation['causes'], log: readonly Observation[], ...words: readonly Words[]) =>
  judgeMoments(made(causes, log), saying(log, ...words));

const bare = [ended('server'), page('login', 2), feed('operational', 3), ok(4)];
const broken = [...bare, login('rejected', 9), page('old-password', 10)];

describe('what is right', () => {
  it('is the true cause at the last observation, whatever was said before', () => {
    const said = judge(
      ['session-expired'],
      [...bare, login('rejected', 8)],
      ['outage', 'likely', 'none'],
      ['outage', 'likely', 'none'],
      ['session-expired', 'likely', 'none'],
    );
    expect(said.right).toBe(true);
    expect(
      judge(['session-expired'], bare, ['session-expired', 'likely', 'none'], ['outage', 'likely', 'none'])
        .right,
    ).toBe(false);
  });

  it('is any of two things that are true at once', () => {
    expect(judge(['outage', 'account-locked'], bare, ['account-locked', 'likely', 'watch']).right).toBe(true);
  });

  it('is "unclear" only where the record admits no more', () => {
    expect(judge(['session-expired'], bare, ['unclear', 'unsure', 'watch']).right).toBe(true);
    expect(
      judge(['session-expired'], [...bare, login('rejected', 8)], ['unclear', 'unsure', 'watch']).right,
    ).toBe(false);
  });

  it('is not silence, unless the record ends in a recovery', () => {
    expect(judge(['session-expired'], bare, ['unclear', 'unsure', 'watch'], null)).toMatchObject({
      right: false,
      uncounted: null,
    });
    const back = [...bare, login('accepted', 8), started(8), page('home', 9)];
    expect(judge(['session-expired'], back, ['unclear', 'unsure', 'watch'], null).uncounted).toBe(
      'recovered',
    );
  });

  it('is not counted while S1 demands an alarm that is none of a thief', () => {
    expect(judge(['signed-out'], broken, ['account-compromise', 'likely', 'act']).uncounted).toBe('demanded');
  });
});

describe('false reassurance', () => {
  it('is direct evidence with an alarm below act, at any step, whoever was there', () => {
    const quiet: Words = ['unclear', 'unsure', 'watch'];
    expect(judge(['account-compromise'], broken, quiet).silencedAt).toBe(5);
    expect(judge(['signed-out'], broken, quiet).silencedAt).toBe(5);
    expect(
      judge(['account-compromise'], broken, ...bare.map(() => quiet), quiet, ['unclear', 'unsure', 'act'])
        .silencedAt,
    ).toBeNull();
    const mine = [...broken, answer('changed-password-yourself', 'yes', 11)];
    expect(
      judge(
        ['signed-out'],
        mine,
        ...bare.map(() => quiet),
        quiet,
        ['account-compromise', 'likely', 'act'],
        quiet,
      ).silencedAt,
    ).toBeNull();
  });

  it('is a break-in with strong evidence that is called harmless, likely and without alarm, in no verified outage', () => {
    const traced = [...bare, page('unusual-login', 8)];
    const calm = (log: readonly Observation[], ...words: Exclude<Words, null>) =>
      judge(['account-compromise'], log, words).calmedAt;
    expect(calm(traced, 'session-expired', 'likely', 'watch')).toBe(4);
    expect(calm(traced, 'session-expired', 'unsure', 'watch')).toBeNull();
    expect(calm(traced, 'session-expired', 'likely', 'act')).toBeNull();
    expect(calm(traced, 'account-locked', 'likely', 'watch')).toBeNull();
    expect(calm([...traced, feed('outage', 7)], 'outage', 'likely', 'none')).toBe(4);
    expect(
      calm([feed('outage', 0), ...bare.slice(0, 2), page('unusual-login', 8)], 'outage', 'likely', 'none'),
    ).toBeNull();
  });

  it('counts break-ins without a trace apart, and wrong only when called harmless with confidence', () => {
    const judged = judge(['account-compromise'], bare, ['session-expired', 'likely', 'none']);
    expect(judged).toMatchObject({
      traceless: true,
      tracelessCalmed: false,
      calmedAt: null,
      silencedAt: null,
    });
    expect(
      judge(['account-compromise'], bare, ['session-expired', 'confident', 'none']).tracelessCalmed,
    ).toBe(true);
    const claimed = [...bare, answer('logged-out-everywhere-yourself', 'yes', 9)];
    expect(judge(['account-compromise'], claimed, ['signed-out', 'confident', 'none']).tracelessCalmed).toBe(
      false,
    );
    expect(judge(['session-expired'], bare, ['session-expired', 'confident', 'none']).traceless).toBe(false);
  });
});

describe('false alarm', () => {
  it('is act at any step without a break-in', () => {
    expect(
      judge(
        ['session-expired'],
        bare,
        ['account-compromise', 'likely', 'act'],
        ['session-expired', 'likely', 'none'],
      ).falseAlarmAt,
    ).toBe(0);
    expect(
      judge(['account-compromise'], bare, ['account-compromise', 'likely', 'act']).falseAlarmAt,
    ).toBeNull();
  });

  it('is not what S1 demands', () => {
    const words: Words[] = [
      ...bare.map((): Words => ['unclear', 'unsure', 'watch']),
      ['unclear', 'unsure', 'watch'],
      ['account-compromise', 'likely', 'act'],
    ];
    expect(judge(['signed-out'], broken, ...words).falseAlarmAt).toBeNull();
  });
});

describe('an outage', () => {
  it('is named soon within three observations of the opening', () => {
    const late: Words = ['unclear', 'unsure', 'watch'];
    const named: Words = ['outage', 'likely', 'none'];
    expect(judge(['outage'], bare, late, late, named).namedSoon).toBe(true);
    expect(judge(['outage'], bare, late, late, late, named).namedSoon).toBe(false);
    expect(judge(['outage'], bare, null, late, late, named).namedSoon).toBe(true);
    expect(judge(['session-expired'], bare, named).namedSoon).toBeNull();
  });
});
