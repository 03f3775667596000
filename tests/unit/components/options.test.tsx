import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mountPage } from '../../../entrypoints/page-frame/page-frame.tsx';
import { OptionsPage } from '../../../entrypoints/options/options-page.tsx';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/model/settings.ts';
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

const open = async (sample = 'quiet'): Promise<SampleBackend> => {
  const backend = createSampleBackend(sampleSnapshot(sample));
  const world = sampleWorld(backend, localStorage);
  await settle(() => {
    unmount = mountPage(root(), world, (snapshot) => <OptionsPage snapshot={snapshot} world={world} />);
  });
  return backend;
};
const written = (backend: SampleBackend): Settings =>
  backend.calls.findLast(({ what }) => what === 'writeSettings')?.with[0] as Settings;
const choose = (selector: string, value: string) =>
  settle(() => {
    (one(selector) as HTMLSelectElement).value = value;
    one(selector).dispatchEvent(new Event('change', { bubbles: true }));
  });

describe('the options', () => {
  it('begin at the shared status where the popup leads to it', async () => {
    const { prototype } = HTMLElement;
    const scrolled: string[] = [];
    prototype.scrollIntoView = function (this: HTMLElement) {
      scrolled.push(this.id);
    };
    await open();
    expect(scrolled).toEqual([]);
    unmount();
    location.hash = '#feed';
    await open();
    expect(scrolled).toEqual(['feed']);
    location.hash = '';
  });

  it('save each change at once, say so, and touch nothing else', async () => {
    const backend = await open();
    await choose('[name=language]', 'fr');
    expect(written(backend)).toEqual({ ...DEFAULT_SETTINGS, language: 'fr' });
    expect(textOf('.saved')).toBe('Enregistré');
  });

  it('say when something could not be saved', async () => {
    const backend = await open();
    backend.answerWith({ ok: false, reason: 'disk-full' });
    await choose('[name=theme]', 'dark');
    expect(textOf('.saved')).toContain('Not saved');
  });

  it('ask the browser for the hosts of a service before watching it', async () => {
    const backend = await open('fresh');
    const box = '[data-pick=instagram] input';
    await settle(() => one(box).click());
    expect(written(backend).watched).toEqual(['facebook']);
    await settle(() => one(box).click());
    expect(backend.calls.slice(-2).map(({ what }) => what)).toEqual(['requestHosts', 'writeSettings']);
    expect(written(backend).watched).toEqual(['facebook', 'instagram']);
  });

  it('keep quiet hours as minutes of the day', async () => {
    const backend = await open();
    await settle(() => all('fieldset')[1]?.querySelector('input')?.click());
    expect(written(backend).notify.quietHours).toEqual({ from: 1320, to: 420 });
    await choose('[name=quiet-to]', '06:30');
    expect(written(backend).notify.quietHours).toEqual({ from: 1320, to: 390 });
  });

  it('erase everything only after asking, the recovery checklists too', async () => {
    const backend = await open();
    localStorage.setItem('recovery:facebook-1', '["email"]');
    await settle(() => one('.button-danger').click());
    expect(backend.calls).toEqual([]);
    await settle(() => one('[data-do=confirm]').click());
    expect(backend.calls).toEqual([{ what: 'eraseAll', with: [] }]);
    expect(localStorage.length).toBe(0);
  });
});
