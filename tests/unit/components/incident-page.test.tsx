import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mountPage } from '../../../entrypoints/page-frame/page-frame.tsx';
import { HistoryPage } from '../../../entrypoints/history/history-page.tsx';
import { createSampleBackend, pastIncidents, type SampleBackend } from '../../fixtures/ui/sample-backend.ts';
import { NOW, sampleSnapshot } from '../../fixtures/ui/sample-data.ts';
import { sampleWorld } from '../../fixtures/ui/sample-world.ts';
import { all, one, openDocument, root, settle, textOf } from './show.tsx';

let close: () => void;
let unmount = () => {};
beforeEach(() => {
  close = openDocument();
  // The page follows the address; here it is set before the page opens.
  Object.assign(globalThis, { addEventListener: () => {}, removeEventListener: () => {} });
});
afterEach(() => {
  unmount();
  close();
});

const open = async (hash: string, sample = 'account-compromise', past = 0): Promise<SampleBackend> => {
  const backend = createSampleBackend(sampleSnapshot(sample), pastIncidents(past, Date.parse(NOW)));
  const world = sampleWorld(backend, localStorage);
  location.hash = hash;
  await settle(() => {
    unmount = mountPage(root(), world, () => <HistoryPage world={world} />);
  });
  return backend;
};

describe('the page of one incident', () => {
  it('shows its verdict, what happened when, and the reports at that time', async () => {
    await open('#incident=facebook-1', 'outage');
    expect(one('[data-testid=verdict]').dataset.cause).toBe('outage');
    expect(all('.moment').length).toBeGreaterThan(5);
    expect(all('.spark')).toHaveLength(1);
  });

  it('opens the recovery guide when asked to, and remembers the steps that were ticked', async () => {
    await open('#incident=facebook-1&recovery=open');
    await settle(() => one('.step input').click());
    unmount();
    await open('#incident=facebook-1&recovery=open');
    expect(textOf('.recovery [role=status]')).toBe('1 of 8 done');
  });

  it('offers only the addresses of the service itself', async () => {
    const backend = await open('#incident=facebook-1&recovery=open');
    for (const button of all('.step .button')) await settle(() => button.click());
    const opened = backend.calls.map((call) => new URL(String(call.with[0])).hostname);
    expect(opened.length).toBeGreaterThan(1);
    expect(opened.every((host) => host.endsWith('.facebook.com'))).toBe(true);
  });

  it('erases after asking, with what was ticked, and goes back to the list', async () => {
    const backend = await open('#incident=facebook-1&recovery=open');
    await settle(() => one('.step input').click());
    await settle(() => one('.button-danger').click());
    await settle(() => one('[data-do=confirm]').click());
    expect(backend.calls).toEqual([{ what: 'removeIncident', with: ['facebook-1'] }]);
    expect([localStorage.length, location.hash]).toEqual([0, '']);
  });

  it('says so when the incident is not there any more', async () => {
    await open('#incident=gone');
    expect(root().textContent).toContain('not stored any more');
  });
});

describe('the history', () => {
  it('says that nothing has happened, where nothing has', async () => {
    await open('', 'quiet');
    expect(root().textContent).toContain('Nothing has happened yet.');
  });

  it('offers all incidents again only while a search narrows them, and goes on where one searches', async () => {
    await open('', 'outage', 12);
    expect(all('[data-do=show-all]')).toEqual([]);
    await settle(() => all('.month').at(-1)?.click());
    await settle(() => one('[data-do=show-all]').click());
    expect(all('[data-testid=incident]')).toHaveLength(13);
    expect(all('[data-do=show-all]')).toEqual([]);
    expect(document.activeElement).toBe(one('[name=text]'));
  });

  it('leads on to the options and to how verdicts are made', async () => {
    const backend = await open('', 'outage');
    for (const page of ['options', 'method'])
      await settle(() => one(`.page-links [data-do=${page}]`).click());
    expect(backend.calls.map((call) => call.with[0])).toEqual(['options', 'method']);
  });

  it('narrows to a month that is pressed, and widens again', async () => {
    await open('', 'quiet', 40);
    const rows = () => all('[data-testid=incident]').length;
    const before = rows();
    const month = () => all('.month').at(-2) as HTMLElement;
    await settle(() => month().click());
    expect(rows()).toBeLessThan(before);
    expect(month().getAttribute('aria-pressed')).toBe('true');
    await settle(() => month().click());
    expect(rows()).toBe(before);
  });
});
