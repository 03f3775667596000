import type { Story } from '../story.ts';

export const browserCleared: Story = {
  name: 'browser-cleared',
  title:
    'The browser’s cookies are cleared: both sign-ins are gone at once, and nobody did it but this browser',
  async play(scene) {
    scene.say('Signed in to Facebook and Instagram; all is well.');
    await scene.signIn('instagram');
    await scene.signIn('facebook');

    scene.say('All cookies are cleared.');
    await scene.browser.clearCookies();
    await scene.visit('facebook');
    await scene.expectToast({ service: 'facebook', cause: ['browser-cleared'], alarm: ['none'] });
    await scene.picture('1-toast-cleared', 'tab');
    await scene.expectVerdict({ service: 'facebook', cause: ['browser-cleared'], alarm: ['none'] });
    await scene.expectVerdict({ service: 'instagram', cause: ['browser-cleared'], alarm: ['none'] });
    await scene.picture('2-popup-cleared', 'popup');
    await scene.expectHistory('facebook', ['browser-cleared']);
    await scene.picture('3-history', 'history');
  },
};
