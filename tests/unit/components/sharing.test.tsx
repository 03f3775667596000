import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OptionsPage } from '../../../entrypoints/options/options-page.tsx';
import { tryOwnFeed } from '../../../entrypoints/options/try-own-feed.ts';
import { mountPage } from '../../../entrypoints/page-frame/page-frame.tsx';
import { WelcomePage } from '../../../entrypoints/welcome/welcome-page.tsx';
import { FEED_FAULTS } from '../../../lib/feed/feed-fault.ts';
import { TRUST_SIZE_LIMIT } from '../../../lib/model/own-feed.ts';
import { report } from '../../../lib/model/report.ts';
import type { Settings } from '../../../lib/model/settings.ts';
import type { Sharing } from '../../../lib/model/sharing.ts';
import { z } from '../../../lib/model/zod.ts';
import { createSampleBackend, SAMPLE_SHARING, type SampleBackend } from '../../fixtures/ui/sample-backend.ts';
import { NOW, sampleSnapshot } from '../../fixtures/ui/sample-data.ts';
import { sampleWorld } from '../../fixtures/ui/sample-world.ts';
import { all, one, openDocument, root, settle, textOf } from './show.tsx';

let close: () => void;
let unmount = () => {};
beforeEach(() => (close = openDocument()));
afterEach(() => {
  unmount();
  close();
});

const PAGES = { options: OptionsPage, welcome: WelcomePage };
const open = async (
  page: keyof typeof PAGES = 'options',
  sharing: Partial<Sharing> = {},
  settings: Partial<Settings> = {},
): Promise<SampleBackend> => {
  const backend = createSampleBackend(sampleSnapshot('quiet', settings));
  backend.share(sharing);
  const world = sampleWorld(backend, localStorage);
  const Page = PAGES[page];
  await settle(() => {
    unmount = mountPage(root(), world, (snapshot) => <Page snapshot={snapshot} world={world} />);
  });
  return backend;
};
const press = (selector: string) => settle(() => one(selector).click());
const type = (selector: string, text: string) =>
  settle(() => {
    const field = one(selector) as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const marked = () =>
  all('[name=feed]')
    .find((radio) => (radio as HTMLInputElement).checked)
    ?.getAttribute('value');
const calls = (backend: SampleBackend, what: string) =>
  backend.calls.filter((call) => call.what === what).map((call) => call.with);
const fill = async (base = 'https://status.example.org/feed', trust = '{"format":"…"}') => {
  await press('[name=feed][value=own]');
  await type('[name=feed-base]', base);
  await type('[name=feed-trust]', trust);
};
const valueOf = (selector: string) => (one(selector) as HTMLInputElement).value;
/** What a person does with the browser's own dialog. */
const pickFile = (file: Pick<File, 'size' | 'text'>) =>
  settle(() => {
    const input = one('input[type=file]');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });

describe('which shared status is used', () => {
  it('shows the one in use: its addresses, and why it is trusted', async () => {
    await open();
    expect(marked()).toBe('package');
    expect(textOf('[data-testid=feed-source]')).toContain('https://feed.example.net');
    expect(textOf('[data-testid=feed-source]')).toContain('2 of its 3 root keys');
  });

  it('does not offer what the package came without, and says so', async () => {
    await open('options', { package: null });
    expect(all('[name=feed]').map((radio) => radio.getAttribute('value'))).toEqual(['own', 'none']);
    expect(marked()).toBe('none');
    expect(root().textContent).toContain('The extension came without one.');
    expect(all('[data-testid=feed-source]')).toEqual([]);
  });

  it('changes nothing while another one is only being typed in', async () => {
    const backend = await open();
    await fill();
    expect(marked()).toBe('own');
    expect(textOf('[data-trouble], .own-feed + p')).toBe('Nothing changes until it has been checked.');
    expect(textOf('[data-testid=feed-source]')).toContain('https://feed.example');
    expect(backend.calls).toEqual([]);
  });

  it('uses another one once it was found good, shows since when, and leads back', async () => {
    const backend = await open();
    await fill();
    await press('[data-do=check-feed]');
    expect(calls(backend, 'useFeed')).toEqual([['https://status.example.org/feed', '{"format":"…"}']]);
    expect(textOf('[data-testid=feed-new]')).toContain('used from now on');
    expect(textOf('[data-testid=feed-source]')).toContain('its root key has signed its keys');
    expect(textOf('[data-testid=feed-source]')).toContain('4 Mar 2024, 18:20');
    await press('[name=feed][value=package]');
    expect(calls(backend, 'writeSettings')).toMatchObject([[{ feed: 'package' }]]);
    expect(marked()).toBe('package');
    expect(textOf('[data-testid=feed-new]')).toBe('');
  });

  it('goes back to an own one that was found good before without asking for it again', async () => {
    const backend = await open('options', { own: SAMPLE_SHARING.own });
    await press('[name=feed][value=own]');
    expect(calls(backend, 'writeSettings')).toMatchObject([[{ feed: 'own' }]]);
  });

  it.each([...FEED_FAULTS, 'trust-not-json', 'not-a-trust', 'address-unusable'])(
    'says in words what is wrong after “%s”, changes nothing and keeps what was typed',
    async (reason) => {
      const backend = await open();
      await fill();
      backend.answerWith({ ok: false, reason });
      await press('[data-do=check-feed]');
      const words = textOf('[data-trouble]');
      expect(one('[data-trouble]').dataset.trouble).toBe(reason);
      expect(words).toMatch(/^[A-Z].{20,}\. Nothing was changed\.$/);
      expect([valueOf('[name=feed-base]'), valueOf('[name=feed-trust]')]).toEqual([
        'https://status.example.org/feed',
        '{"format":"…"}',
      ]);
      expect(calls(backend, 'writeSettings')).toEqual([]);
      expect(textOf('[data-testid=feed-source]')).toContain('https://feed.example');
    },
  );

  it('asks nobody about a text that cannot be a trust.json, and has words for an answer that nobody knows', async () => {
    const backend = await open();
    backend.answerWith({ ok: false, reason: 'something new' });
    expect(await tryOwnFeed(backend, '', '{}')).toBe('unanswered');
    expect(await tryOwnFeed(backend, '', '  ')).toBe('empty');
    expect(await tryOwnFeed(backend, '', 'x'.repeat(TRUST_SIZE_LIMIT + 1))).toBe('trust-too-large');
    expect(calls(backend, 'useFeed')).toHaveLength(1);
  });

  it('reads a file into the field, and none that is too large or cannot be read', async () => {
    await open();
    await press('[name=feed][value=own]');
    await pickFile({ size: 9, text: async () => '{"a":"b"}' });
    expect(valueOf('[name=feed-trust]')).toBe('{"a":"b"}');
    let wasRead = false;
    const text = async () => String((wasRead = true));
    await pickFile({ size: TRUST_SIZE_LIMIT + 1, text });
    expect(wasRead).toBe(false);
    expect(one('[data-trouble]').dataset.trouble).toBe('trust-too-large');
    await pickFile({ size: 9, text: () => Promise.reject(new Error('gone')) });
    expect(one('[data-trouble]').dataset.trouble).toBe('file-unreadable');
    expect(valueOf('[name=feed-trust]')).toBe('{"a":"b"}');
  });

  it('says that an own one cannot be read any more, and that none is used', async () => {
    await open('options', { own: null }, { feed: 'own' });
    expect(root().textContent).toContain('cannot be read any more, so none is used');
    expect(all('[data-testid=feed-source]')).toEqual([]);
    expect(all('[name=feed-trust]')).toHaveLength(1);
  });

  it('switches reports off with the last one that they could go to', async () => {
    const backend = await open('options', {}, { reports: true });
    await press('[name=feed][value=none]');
    expect(calls(backend, 'writeSettings')).toMatchObject([[{ feed: 'none', reports: false }]]);
    expect(one('[data-reports]').dataset.reports).toBe('no-feed');
  });
});

describe.each(['options', 'welcome'] as const)('anonymous reports on the page “%s”', (page) => {
  const isOn = () => (one('[name=reports]') as HTMLInputElement).checked;

  it('are off, and the picture is a report as it would travel now', async () => {
    const backend = await open(page);
    expect(isOn()).toBe(false);
    const shown = z.parse(report, JSON.parse(textOf('[data-testid=report]')));
    expect(shown).toEqual({
      v: 1,
      service: 'facebook',
      kind: 'forced-logout',
      bucket: Math.floor(Date.parse(NOW) / 300_000),
    });
    expect(textOf('.report-picture')).toContain('between 15:30 and 15:35');
    expect(textOf('.report-picture')).toContain('https://feed.example');
    expect(textOf('.report-picture')).toContain('20 s to 3 min');
    expect(backend.calls).toEqual([]);
  });

  it('ask the browser first, then are on; switched off they give its permission back', async () => {
    const backend = await open(page);
    await press('[name=reports]');
    expect(backend.calls.map(({ what }) => what)).toEqual(['requestReporting', 'writeSettings']);
    expect(calls(backend, 'writeSettings')).toMatchObject([[{ reports: true }]]);
    expect(isOn()).toBe(true);
    await press('[name=reports]');
    expect(backend.calls.slice(2).map(({ what }) => what)).toEqual(['writeSettings', 'dropReporting']);
    expect(isOn()).toBe(false);
    expect(textOf('[data-reports]')).toContain('Nothing is sent.');
  });

  it('stay off when the browser’s dialog is refused, and say so', async () => {
    const backend = await open(page);
    backend.allow(false);
    await press('[name=reports]');
    expect(backend.calls.map(({ what }) => what)).toEqual(['requestReporting']);
    expect(isOn()).toBe(false);
    expect(textOf('[data-reports=refused]')).toContain('permission was refused');
  });

  it('are off when that could not be written', async () => {
    const backend = await open(page);
    backend.answerWith({ ok: false, reason: 'disk-full' });
    await press('[name=reports]');
    expect(isOn()).toBe(false);
    expect(textOf('[data-reports=not-saved]')).toContain('Not saved');
  });

  it('tell how many wait and how many were sent', async () => {
    await open(page, { waiting: 1, sent: 3 }, { reports: true });
    expect(textOf('[data-reports=on]')).toBe(
      'Reports are on. 1 report waits, 3 were sent in the last 24 hours.',
    );
  });

  it('cannot be switched on where nobody is to report to', async () => {
    await open(page, { package: null });
    expect((one('[name=reports]') as HTMLInputElement).disabled).toBe(true);
    expect(textOf('[data-reports=no-feed]')).toContain('nobody to report to');
  });
});

describe.each(['options', 'welcome'] as const)('the official status pages on the page “%s”', (page) => {
  it('are read only when allowed, which the browser is asked for, and can be given back', async () => {
    const backend = await open(page);
    expect(textOf('[data-official=not-granted]')).toBe('metastatus.com is not read.');
    await press('[data-do=allow-official]');
    expect(backend.calls).toEqual([{ what: 'requestOfficialPages', with: [] }]);
    await settle(() => backend.set({ officialPages: 'granted' }));
    await press('[data-do=drop-official]');
    expect(backend.calls.at(-1)).toEqual({ what: 'dropOfficialPages', with: [] });
  });
});
