/** Plays a story in a real browser on the simulated platform: `npm run demo -- [--story NAME] [--headed] [--list]`. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWithFeed } from '../tests/browser/extension/build-extension.ts';
import { closeWelcome } from '../tests/browser/extension/fresh-start.ts';
import { launchBrowser } from '../tests/browser/harness/both-browsers.ts';
import { FEED_BASE, openFeedHome } from '../tests/browser/shared-feed/real-feed.ts';
import { startPlatform } from '../tests/platform/start-platform.ts';
import { openToldFeed } from './demo/feed-story.ts';
import { sayLine } from './demo/print.ts';
import { stageScene } from './demo/stage-scene.ts';
import { STORIES } from './demo/stories/all-stories.ts';
import type { Story } from './demo/story.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { readOptions } from './read-options.ts';

const OUTPUT = 'demo-output';

const play = async (story: Story, headed: boolean): Promise<void> => {
  const folder = join(OUTPUT, story.name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const platform = await startPlatform();
  const home = await openFeedHome(platform);
  try {
    sayLine('Building the extension with this feed and its keys in it.');
    const extension = () => buildWithFeed('chromium', { bases: [FEED_BASE], trust: home.trust });
    const browser = await launchBrowser('chromium', platform, { extension, headed });
    try {
      const tab = await closeWelcome(browser);
      const feed = await openToldFeed(home);
      await story.play(stageScene(browser, platform, tab, feed, folder));
    } finally {
      await browser.close();
    }
  } finally {
    await home.close();
    await platform.close();
  }
};

const main = async (): Promise<number> => {
  const values = readOptions(
    { story: { type: 'string' }, headed: { type: 'boolean' }, list: { type: 'boolean' } },
    'usage: npm run demo -- [--story NAME] [--headed] [--list]',
  );
  if (values.list) {
    for (const { name, title } of STORIES) console.log(`${name.padEnd(20)}${title}`);
    return 0;
  }
  const story = values.story === undefined ? STORIES[0] : STORIES.find(({ name }) => name === values.story);
  if (!story) {
    console.error(`no story is called ${values.story}; --list lists them`);
    return 2;
  }
  await ensureBrowsers();
  console.log(`\n${story.title}\n`);
  try {
    await play(story, values.headed ?? false);
    sayLine(`Every step showed what the story expects. Pictures: ${OUTPUT}/${story.name}/`);
    return 0;
  } catch (error) {
    sayLine(
      `A step did not show what the story expects: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 1;
  }
};

process.exitCode = await main();
