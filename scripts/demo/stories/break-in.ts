import type { Story } from '../story.ts';

export const breakIn: Story = {
  name: 'break-in',
  title: 'Somebody else changed the password: Facebook works for everybody, and says so',
  async play(scene) {
    scene.say('Signed in to Facebook; all is well.');
    await scene.signIn('facebook');

    scene.say('The session is over. Nobody else reports anything.');
    scene.platform.control.setMode('facebook', 'old-password');
    await scene.throwOut('facebook');
    await scene.expectToast({
      service: 'facebook',
      cause: ['unclear', 'session-expired'],
      alarm: ['watch', 'none'],
    });

    scene.say('Signing in, the page says that the password was changed hours ago.');
    await scene.tryToSignIn('facebook');
    await scene.expectToast({ service: 'facebook', cause: ['account-compromise'], alarm: ['act'] });
    await scene.picture('1-toast-act', 'tab');
    await scene.expectVerdict({ service: 'facebook', cause: ['account-compromise'], alarm: ['act'] });
    await scene.picture('2-popup-act', 'popup');

    scene.say('“Did you change the password yourself?” No.');
    await scene.answer('facebook', 'changed-password-yourself', 'no');
    await scene.expectVerdict({
      service: 'facebook',
      cause: ['account-compromise'],
      certainty: ['likely', 'confident'],
      alarm: ['act'],
    });
    await scene.picture('3-popup-act-answered', 'popup');
    await scene.expectHistory('facebook', ['account-compromise']);
    await scene.picture('4-history', 'history');
  },
};
