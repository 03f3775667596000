import type { Story } from '../story.ts';

const WORDS = 'We are aware of an issue impacting Facebook Login.';
const OVER = 'The issue impacting Facebook Login has been resolved.';

export const outage20240305: Story = {
  name: 'outage-2024-03-05',
  title: '5 March 2024: Facebook signs everybody out and refuses right passwords; Instagram cannot load',
  async play(scene) {
    const { feed, platform } = scene;
    scene.say('Signed in to Facebook and Instagram; all is well.');
    await scene.signIn('instagram');
    await scene.signIn('facebook');
    await feed.expect({ service: 'facebook', status: 'operational', official: 'operational' });

    scene.say('15:02 · Facebook ends the session. The feed has heard of nothing.');
    platform.control.setMode('facebook', 'sign-in-outage');
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

    scene.say('15:04 · Others report the same: tens, then hundreds.');
    for (const count of [24, 90, 310]) await feed.people(count, 'facebook');
    await feed.expect({ service: 'facebook', status: 'degraded', official: 'operational' });
    await scene.minutesPass();
    await scene.expectToast({ service: 'facebook', cause: ['outage'], alarm: ['none', 'watch'] });
    await scene.picture('3-toast-outage', 'tab');
    await scene.expectVerdict({ service: 'facebook', cause: ['outage'], alarm: ['none', 'watch'] });
    await scene.picture('4-popup-outage-likely', 'popup');

    scene.say('15:10 · Instagram answers with errors, and not only here.');
    platform.control.setMode('instagram', 'errors');
    await feed.people(120, 'instagram');
    await scene.visit('instagram');
    await scene.visit('instagram');
    await scene.visit('facebook');
    await scene.expectVerdict({ service: 'instagram', cause: ['outage'], alarm: ['none', 'watch'] });

    scene.say('15:19 · Meta’s status page says so too.');
    scene.officially('High disruptions', WORDS);
    await feed.people(420, 'facebook');
    await feed.expect({ service: 'facebook', status: 'outage', official: 'outage' });
    await scene.minutesPass();
    await scene.expectVerdict({
      service: 'facebook',
      cause: ['outage'],
      certainty: ['confident'],
      alarm: ['none'],
    });
    await scene.picture('5-popup-outage', 'popup');
    await scene.picture('5-popup-outage-whole', 'whole-popup');

    scene.say('17:21 · It works again: the status page says resolved, the same password is accepted.');
    scene.officially('Resolved', OVER);
    platform.control.setMode('facebook', 'healthy');
    platform.control.setMode('instagram', 'healthy');
    await feed.expect({ service: 'facebook', status: 'degraded', official: 'resolved' });
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

    scene.say('17:50 · Nobody reports any more.');
    await feed.minutes(30);
    await feed.expect({ service: 'facebook', status: 'operational', official: 'resolved' });
  },
};
