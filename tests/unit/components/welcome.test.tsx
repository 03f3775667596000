import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mountPage } from '../../../entrypoints/page-frame/page-frame.tsx';
import { WelcomePage } from '../../../entrypoints/welcome/welcome-page.tsx';
import { createSampleBackend, type SampleBackend } from '../../fixtures/ui/sample-backend.ts';
import { sampleSnapshot } from '../../fixtures/ui/sample-data.ts';
import { sampleWorld } from '../../fixtures/ui/sample-world.ts';
import { all, one, openDocument, root, settle, textOf } from './show.tsx';

let close: () => void;
let unmount = () => {};
beforeEach(() => (close = openDocument()));
afterEach(() => {
  unmount();
  close();
});

const open = async (sample: string): Promise<SampleBackend> => {
  const backend = createSampleBackend(sampleSnapshot(sample));
  const world = sampleWorld(backend, localStorage);
  await settle(() => {
    unmount = mountPage(root(), world, (snapshot) => <WelcomePage snapshot={snapshot} world={world} />);
  });
  return backend;
};

describe('the welcome page', () => {
  it('says that nothing works without permission, and asks the browser when told to', async () => {
    const backend = await open('fresh');
    expect(textOf('.banner-warn')).toContain('Without that, nothing works');
    await settle(() => one('.banner button').click());
    expect(backend.calls).toEqual([{ what: 'requestHosts', with: ['facebook'] }]);
  });

  it('says that it is ready only when everything that is watched can be seen', async () => {
    await open('quiet');
    expect(textOf('.banner-good')).toContain('Ready.');
    unmount();
    await open('troubled');
    expect(all('.banner-good')).toEqual([]);
  });

  it.each([
    ['outage', 'outage', 'none'],
    ['break-in', 'account-compromise', 'act'],
  ])('rehearses %s with made-up data, marked as such, and stores nothing', async (name, cause, alarm) => {
    const backend = await open('quiet');
    await settle(() => one(`[data-rehearse=${name}]`).click());
    expect(textOf('.rehearsal-label')).toBe('Rehearsal');
    expect(one('[data-testid=verdict]').dataset.cause).toBe('unclear');
    await settle(() => one('[data-do=next]').click());
    const { dataset } = one('[data-testid=verdict]');
    expect([dataset.cause, dataset.alarm]).toEqual([cause, alarm]);
    expect([all('[data-do=next]').length, backend.calls.length, localStorage.length]).toEqual([0, 0, 0]);
  });
});
