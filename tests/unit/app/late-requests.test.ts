import { expect, it } from 'vitest';
import { stage } from '../../fixtures/app/stage.ts';

const HOME = { service: 'facebook', tabId: 1, url: 'https://www.facebook.com/' } as const;

it('two errors in a row are told at once, and the ones that are counted together later make no second incident of them', async () => {
  const show = await stage();
  show.background.navigationAnswered({ ...HOME, status: 500 });
  await show.pass(130);
  show.background.navigationAnswered({ ...HOME, status: 500 });
  await show.settle();
  const [told] = await show.parts.incidents.open();
  expect(told?.verdicts).not.toEqual([]);
  await show.pass(700);
  show.background.navigationFailed({ ...HOME, error: 'net::ERR_CONNECTION_RESET' });
  for (let more = 0; more < 3; more += 1) {
    await show.pass(400);
    show.background.navigationAnswered({ ...HOME, status: 500 });
  }
  await show.pass(20_000);
  expect((await show.parts.incidents.open()).map(({ id }) => id)).toEqual([told?.id]);
  expect(show.world.notified).toBe(1);
});

it('an error that was held back does not open again, at an earlier moment, what another failure has opened', async () => {
  const show = await stage();
  show.background.navigationAnswered({ ...HOME, status: 500 });
  await show.pass(130);
  show.background.navigationAnswered({ ...HOME, status: 500 });
  await show.pass(700);
  show.background.navigationFailed({ ...HOME, error: 'net::ERR_CONNECTION_RESET' });
  await show.pass(20_000);
  expect(show.world.notified).toBe(1);
  const incidents = await show.parts.incidents.list({});
  expect(incidents).toHaveLength(1);
});
