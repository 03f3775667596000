import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mountPage } from '../../../entrypoints/page-frame/page-frame.tsx';
import { PopupPage } from '../../../entrypoints/popup/popup-page.tsx';
import { createSampleBackend, type SampleBackend } from '../../fixtures/ui/sample-backend.ts';
import { incidentOf, sampleSnapshot } from '../../fixtures/ui/sample-data.ts';
import { sampleWorld } from '../../fixtures/ui/sample-world.ts';
import { SAMPLE_VERDICTS } from '../../fixtures/ui/sample-verdicts.ts';
import { all, one, openDocument, root, settle, textOf } from './show.tsx';

let close: () => void;
let unmount = () => {};
beforeEach(() => (close = openDocument()));
afterEach(() => {
  unmount();
  close();
});

const open = async (sample: string, settings = {}): Promise<SampleBackend> => {
  const backend = createSampleBackend(sampleSnapshot(sample, settings));
  const world = sampleWorld(backend, localStorage);
  await settle(() => {
    unmount = mountPage(root(), world, (snapshot) => (
      <PopupPage snapshot={snapshot} world={world} askedFor={null} />
    ));
  });
  return backend;
};

describe('the popup', () => {
  it('offers a way to report beside every watched service when nothing is going on', async () => {
    const backend = await open('quiet');
    expect(textOf('h2')).toContain('No unexpected sign-out seen.');
    expect(all('[data-testid=service]').map(({ dataset }) => dataset.service)).toEqual([
      'facebook',
      'instagram',
      'whatsapp',
    ]);
    await settle(() => one('[data-service=instagram] [data-report=was-signed-out]').click());
    expect(backend.calls).toContainEqual({ what: 'reportSignedOut', with: ['instagram'] });
  });

  it('does not say that all is well where the browser lets it see nothing', async () => {
    const backend = await open('fresh');
    expect(root().textContent).not.toContain('No unexpected sign-out seen');
    expect(textOf('.banner')).toContain('does not let this extension see Facebook, Instagram and WhatsApp');
    await settle(() => one('.banner button').click());
    expect(backend.calls).toContainEqual({ what: 'requestHosts', with: ['facebook'] });
  });

  it('puts the gravest incident first', async () => {
    await open('two');
    expect(all('[data-testid=verdict]').map(({ dataset }) => dataset.alarm)).toEqual(['act', 'none']);
  });

  it('tells that a service works again, and how long it took', async () => {
    await open('recovered');
    expect(textOf('[data-recovered=facebook]')).toBe(
      'Facebook works againIt was down for 2 h 4 min. You can sign in.',
    );
  });

  it('announces a changed verdict politely, and one that asks to act assertively', async () => {
    const backend = await open('unclear');
    expect(textOf('[aria-live=assertive]') + textOf('.unseen > [aria-live=polite]')).toBe('');
    await settle(() => backend.set({ incidents: [incidentOf(SAMPLE_VERDICTS.outage)] }));
    expect(textOf('.unseen > [aria-live=polite]')).toContain("Facebook is down. It's not you.");
    await settle(() => backend.set({ incidents: [incidentOf(SAMPLE_VERDICTS['account-compromise'])] }));
    expect(textOf('[aria-live=assertive]')).toContain("may be in someone else's hands");
  });

  it('says so when something that was asked for did not work', async () => {
    const backend = await open('outage');
    backend.answerWith({ ok: false, reason: 'no answer' });
    await settle(() => one('[data-do=check]').click());
    expect(textOf('[role=alert]')).toContain('Nothing was lost');
  });

  it('checks only what is open while something is open', async () => {
    const backend = await open('outage');
    await settle(() => one('[data-do=check]').click());
    expect(backend.calls).toEqual([{ what: 'checkAgain', with: ['facebook'] }]);
  });

  it('leads to the recovery guide on a page of its own, which stays open beside another tab', async () => {
    const backend = await open('account-compromise');
    await settle(() => one('[data-do=recover]').click());
    expect(backend.calls).toEqual([
      { what: 'openPage', with: ['history', '#incident=facebook-1&recovery=open'] },
    ]);
  });

  it('takes the language and the theme from the options', async () => {
    await open('outage', { language: 'fr', theme: 'dark' });
    expect([document.documentElement.lang, document.documentElement.dataset.theme]).toEqual(['fr', 'dark']);
    expect(textOf('[data-testid=verdict] h2')).toContain('est en panne');
  });

  it('shows what is wrong with the stored data until it is read', async () => {
    const backend = await open('troubled');
    expect(textOf('.banner')).toContain('set aside');
    await settle(() => one('.banner button').click());
    expect(backend.calls).toContainEqual({ what: 'dismissTrouble', with: ['log-set-aside'] });
    expect(one('[data-testid=feed]').dataset.state).toBe('invalid');
  });
});
