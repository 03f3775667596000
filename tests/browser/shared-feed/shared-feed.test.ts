import { beforeAll, beforeEach, expect, it } from 'vitest';
import { choose } from '../extension/choose.ts';
import { closeWelcome, freshStart } from '../extension/fresh-start.ts';
import { ownErrors } from '../extension/own-errors.ts';
import { sceneOf, type Scene } from './scene.ts';
import { badWayStories } from './stories/bad-way.ts';
import { breakInStories } from './stories/break-in.ts';
import { outageStories } from './stories/outage.ts';
import { ownReportStories } from './stories/own-report.ts';
import { serverTroubleStories } from './stories/server-trouble.ts';
import { withRealFeed } from './with-real-feed.ts';

/** The built extension, the real feed server and the simulated platform: nothing that decides is a stand-in. */
withRealFeed('the extension with the real feed', (stage) => {
  let scene: Scene;
  const at = (): Scene => scene;
  beforeAll(() => closeWelcome(stage.browser));
  beforeEach(async () => {
    await stage.home.stop();
    scene = sceneOf(stage, await freshStart(stage));
    await choose(stage.browser);
  });

  outageStories(at);
  breakInStories(at);
  serverTroubleStories(at);
  badWayStories(at);
  ownReportStories(at);

  it('left no error in the extension’s console', async () => {
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});
