import { expect, it } from 'vitest';
import { sendSignIn } from '../../extension/person.ts';
import { eventually } from '../../harness/eventually.ts';
import { crowdReports } from '../crowd.ts';
import type { Scene } from '../scene.ts';

const alarmed = (scene: Scene) =>
  eventually('the alarm', async () => (await scene.cardNow())?.alarm === 'act');

/** The person signs in, and the page says that the password was changed hours ago. */
const findPasswordChanged = async (scene: Scene): Promise<void> => {
  const [account] = scene.platform.accounts;
  if (!account) throw new Error('the platform has no accounts');
  scene.platform.control.setMode('facebook', 'old-password');
  await sendSignIn(scene.tab, 'facebook', account);
};

export const breakInStories = (at: () => Scene): void => {
  it('a break-in beside a healthy feed: time to act, and the next word that all is well changes nothing', async () => {
    const scene = at();
    const feed = await scene.home.start(-4);
    await feed.seconds(60);
    await scene.signIn();
    await scene.throwOut();
    await findPasswordChanged(scene);
    const card = await scene.card('account-compromise');
    expect(card.alarm).toBe('act');
    expect(card.reasons.map(({ evidence }) => evidence)).toContain('old-password-page');
    expect((await scene.feedSeen()).at(-1)).toMatchObject({ entry: { status: 'operational' } });
    expect(await scene.badge()).toBe('!');

    await feed.seconds(60);
    expect(await scene.nextReading()).toMatchObject({ entry: { status: 'operational' } });
    expect(await scene.cardNow()).toMatchObject({ cause: 'account-compromise', alarm: 'act' });
    expect(await scene.badge()).toBe('!');
  });

  it('a break-in in the middle of an outage: the alarm stands, however sure the feed is of the outage', async () => {
    const scene = at();
    const feed = await scene.home.start(-5);
    await feed.seconds(60);
    await scene.signIn();
    await scene.throwOut();
    await crowdReports(feed);
    await scene.nextReading();
    await scene.card('outage');
    expect(await scene.badge()).toBe('~');

    await findPasswordChanged(scene);
    await alarmed(scene);
    expect(await scene.badge()).toBe('!');

    scene.platform.control.setOfficial('facebook-login', 'High disruptions');
    await feed.seconds(40);
    expect(await scene.nextReading()).toMatchObject({ entry: { status: 'outage' } });
    expect(await scene.cardNow()).toMatchObject({ alarm: 'act' });
    expect(await scene.badge()).toBe('!');
  });
};
