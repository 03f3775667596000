import type { FeedEntry } from '../../../lib/model/feed.ts';
import { calmEntry } from '../../../tests/platform/feed/sample-payload.ts';
import type { Story } from '../story.ts';

const AT_FIRST = { windowSeconds: 600, count: 180, expected: 11.7, reporters: 170 };
const AT_THE_PEAK = { windowSeconds: 600, count: 4200, expected: 11.7, reporters: 4100 };
const THROWN_OUT = { 'forced-logout': 0.81, 'sign-in-rejected': 0.44, 'sign-in-works': 0.01, errors: 0.38 };

/** The first minutes: nothing official yet, but the crowd is loud. */
const firstMinutes = (): FeedEntry => ({
  ...calmEntry(),
  status: 'degraded',
  confidence: 0.72,
  scope: 'global',
  symptoms: THROWN_OUT,
  reports: AT_FIRST,
  curve: [3, 2, 4, 3, 2, 180],
});

/** After the official word, seventeen minutes into it. */
const atThePeak = (now: number): FeedEntry => ({
  status: 'outage',
  confidence: 0.98,
  since: new Date(now - 19 * 60_000).toISOString(),
  scope: 'global',
  symptoms: THROWN_OUT,
  reports: AT_THE_PEAK,
  official: {
    source: 'metastatus',
    status: 'outage',
    text: 'We are aware of an issue impacting Facebook Login.',
    url: 'https://metastatus.com/facebook-login',
    at: new Date(now - 2 * 60_000).toISOString(),
  },
  probes: { ok: 1, failed: 11 },
  curve: [3, 2, 4, 3, 180, 2900, 4200],
});

export const outage20240305: Story = {
  name: 'outage-2024-03-05',
  title: '5 March 2024: Facebook signs everybody out and refuses right passwords; Instagram cannot load',
  async play(scene) {
    scene.say('Signed in to Facebook and Instagram; all is well.');
    await scene.signIn('instagram');
    await scene.signIn('facebook');

    scene.say('15:02 · Facebook ends the session. The feed knows nothing yet.');
    scene.platform.control.setMode('facebook', 'sign-in-outage');
    await scene.throwOut('facebook');
    await scene.expectToast({
      service: 'facebook',
      cause: ['unclear', 'session-expired'],
      alarm: ['watch', 'none'],
    });
    await scene.picture('1-toast-not-sure', 'tab');

    scene.say('15:03 · The right password is refused.');
    await scene.tryToSignIn('facebook');
    // Nobody knows better yet: whatever is named first is a guess, said as one, and the person is asked to look.
    await scene.expectVerdict({
      service: 'facebook',
      cause: ['unclear', 'outage', 'session-expired', 'signed-out'],
      certainty: ['unsure'],
      alarm: ['watch'],
    });
    await scene.picture('2-popup-not-sure', 'popup');

    scene.say('15:04 · Others report the same. Instagram answers with errors.');
    scene.feedSays({ facebook: firstMinutes(), instagram: { ...firstMinutes(), symptoms: { errors: 0.7 } } });
    scene.platform.control.setMode('instagram', 'errors');
    await scene.visit('instagram');
    await scene.visit('instagram');
    await scene.visit('facebook');
    await scene.expectToast({ service: 'facebook', cause: ['outage'], alarm: ['none', 'watch'] });
    await scene.picture('3-toast-outage', 'tab');
    await scene.expectVerdict({ service: 'facebook', cause: ['outage'], alarm: ['none', 'watch'] });
    await scene.picture('4-popup-outage-likely', 'popup');

    scene.say('15:19 · Meta’s status page says so too.');
    scene.feedSays({
      facebook: atThePeak(Date.now()),
      instagram: { ...atThePeak(Date.now()), official: null },
    });
    await scene.visit('facebook');
    await scene.expectVerdict({
      service: 'facebook',
      cause: ['outage'],
      certainty: ['confident'],
      alarm: ['none'],
    });
    await scene.picture('5-popup-outage', 'popup');

    scene.say('17:21 · It works again: the same password is accepted.');
    scene.platform.control.heal();
    scene.feedSays({ facebook: calmEntry(), instagram: calmEntry() });
    await scene.visit('facebook');
    await scene.tryToSignIn('facebook');
    await scene.visit('instagram');
    await scene.visit('instagram');
    await scene.visit('facebook');
    await scene.expectRecovery('facebook');
    await scene.picture('6-toast-works-again', 'tab');
    await scene.expectOver('facebook');
    await scene.expectHistory('facebook', ['outage']);
    await scene.picture('7-history', 'history');
  },
};
