import type { Story } from '../story.ts';

export const loneLogout: Story = {
  name: 'lone-logout',
  title: 'One session ended by the server; Facebook is healthy and nothing else is known',
  async play(scene) {
    scene.say('Signed in to Facebook; all is well.');
    await scene.signIn('facebook');

    scene.say('The session is over. Nobody else reports anything.');
    await scene.throwOut('facebook');
    await scene.expectToast({ service: 'facebook', cause: ['unclear'], alarm: ['watch'] });
    await scene.picture('1-toast-not-sure', 'tab');
    await scene.expectVerdict({ service: 'facebook', cause: ['unclear'], alarm: ['watch'] });
    await scene.picture('2-popup-not-sure', 'popup');

    scene.say('“Did you sign out on all devices yourself?” Yes.');
    await scene.answer('facebook', 'logged-out-everywhere-yourself', 'yes');
    await scene.expectVerdict({ service: 'facebook', cause: ['signed-out'], alarm: ['none'] });
    await scene.picture('3-popup-signed-out', 'popup');
    await scene.expectHistory('facebook', ['signed-out']);
    await scene.picture('4-history', 'history');
  },
};
