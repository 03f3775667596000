import { JSDOM } from 'jsdom';
import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { SpeechContext } from '../../../components/speech.tsx';
import { SERVICES } from '../../../lib/services/index.ts';
import { namesFrom } from '../../../lib/text/service-names.ts';
import { createTexts } from '../../../lib/text/texts.ts';
import { en } from '../../../locales/en.ts';
import { fr } from '../../../locales/fr.ts';
import { NOW } from '../../fixtures/ui/sample-data.ts';

export const nameOf = namesFrom(SERVICES);
export const english = createTexts('en', en, { locale: 'en-GB', timeZone: 'UTC' });
export const french = createTexts('fr', fr, { timeZone: 'UTC' });

/** A document for components, put into the globals that Preact looks at. Returns the way to take it out. */
export const openDocument = (): (() => void) => {
  const { window } = new JSDOM('<!doctype html><div id="root"></div>', { url: 'https://example.org/' });
  const names = ['window', 'document', 'location', 'localStorage', 'HTMLElement', 'Event'] as const;
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const name of names)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  return () => {
    for (const [name, was] of before) {
      if (was) Object.defineProperty(globalThis, name, was);
      else Reflect.deleteProperty(globalThis, name);
    }
    window.close();
  };
};

export const root = (): HTMLElement => document.querySelector<HTMLElement>('#root') as HTMLElement;

/** Renders into the document with speech around it; returns the element. */
export const show = async (children: ComponentChildren, texts = english): Promise<HTMLElement> => {
  await act(() =>
    render(
      <SpeechContext.Provider value={{ texts, nameOf, now: NOW }}>{children}</SpeechContext.Provider>,
      root(),
    ),
  );
  return root();
};

const ROUNDS = 6;

/** Does something to the page and waits until promises and effects have followed each other to the end. */
export const settle = async (doing: () => unknown): Promise<void> => {
  await act(async () => void (await doing()));
  for (let round = 0; round < ROUNDS; round += 1)
    await act(async () => {
      await Promise.resolve();
      await Promise.resolve();
    });
};

export const all = (selector: string): HTMLElement[] => [...root().querySelectorAll<HTMLElement>(selector)];
export const one = (selector: string): HTMLElement => {
  const [found] = all(selector);
  if (!found) throw new Error(`nothing fits ${selector}`);
  return found;
};
export const textOf = (selector: string): string =>
  (one(selector).textContent ?? '').replace(/[\u00a0\u202f]/g, ' ');
