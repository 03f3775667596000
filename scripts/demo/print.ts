import type { Card } from '../../tests/browser/extension/popup-view.ts';

const start = performance.now();
const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(8);

export const sayLine = (words: string): void => console.log(`${seconds()}  ${words}`);
export const sayDetail = (words: string): void => console.log(`${' '.repeat(8)}    ${words}`);

/** A verdict as the popup shows it, with the reasons and what would be asked. */
export const sayCard = (card: Card): void => {
  sayDetail(`${card.service}: ${card.cause}, ${card.certainty}, alarm ${card.alarm} — “${card.headline}”`);
  for (const { evidence, towards, words } of card.reasons)
    sayDetail(`  · ${words} (${evidence} → ${towards})`);
  if (card.question !== null) sayDetail(`  ? ${card.question}`);
};
