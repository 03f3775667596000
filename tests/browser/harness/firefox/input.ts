import type { Bidi } from './bidi.ts';

const pointer = (actions: readonly object[]) => ({
  type: 'pointer',
  id: 'mouse',
  parameters: { pointerType: 'mouse' },
  actions,
});

/** Clicks the middle of an element (by BiDi's shared id) with the mouse. */
export const clickElement = (bidi: Bidi, context: string, sharedId: string): Promise<unknown> =>
  bidi.send('input.performActions', {
    context,
    actions: [
      pointer([
        { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId } } },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]),
    ],
  });

/** Types keys one after the other into whatever has the focus. */
export const typeKeys = (bidi: Bidi, context: string, keys: readonly string[]): Promise<unknown> =>
  bidi.send('input.performActions', {
    context,
    actions: [
      {
        type: 'key',
        id: 'keyboard',
        actions: keys.flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      },
    ],
  });

/** WebDriver's code points for keys without a letter. */
export const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
} as const;
