import { normalise } from './normalise.ts';
import type { Sentence } from './page-snapshot.ts';
import { isVisible } from './visible.ts';

/** A page of the service with more text than this (characters) may hold what others wrote. */
const SHORT_OWN = 2_000;
/** Pages of proxies and filters are wordier, and nobody else writes into them. */
const SHORT_FOREIGN = 6_000;
const MOST_NODES = 2_000;
const MOST_DIALOGS = 5;
const SMALL_DIALOG = 400;

const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'OPTION']);
const HEADINGS = 'h1,h2,h3,h4,[role="heading"]';
const DIALOGS = '[role="dialog"],[role="alertdialog"]';
/** What a dialog of the service itself does not hold: posts, pictures, fields for text, links to other places. */
const OTHERS = 'article,[role="article"],[contenteditable],img,image,a[href]:not([href*="login"])';

export interface Reading {
  readonly short: boolean;
  readonly sentences: readonly Sentence[];
}

const SHOW_TEXT = 4;

const textNodes = function* (within: Element): Generator<Text> {
  const walker = within.ownerDocument.createTreeWalker(within, SHOW_TEXT);
  for (let visited = 0; visited < MOST_NODES; visited += 1) {
    const node = walker.nextNode();
    if (!node) return;
    if (!UNSEEN.has(node.parentElement?.tagName ?? '') && /\S/.test(node.nodeValue ?? '')) yield node as Text;
  }
};

const toSentence = (node: Text): Sentence => ({
  text: normalise(node.data.slice(0, 400)).slice(0, 300),
  where: node.parentElement?.closest(HEADINGS) ? 'heading' : 'text',
});

/** The first words of the dialogs that only the service can have written. */
const readDialogs = (root: Element): Sentence[] =>
  [...root.querySelectorAll(DIALOGS)]
    .slice(0, MOST_DIALOGS)
    .filter(
      (dialog) =>
        dialog.textContent.length <= SMALL_DIALOG && !dialog.querySelector(OTHERS) && isVisible(dialog),
    )
    .flatMap((dialog) => {
      const first = textNodes(dialog).next().value;
      return first ? [{ ...toSentence(first), where: 'dialog' as const }] : [];
    });

/**
 * Reads the visible text of a page, bounded: all of it where it is short or `whole` asks for its beginning, else only
 * the first words of small dialogs. What is typed into fields is never read.
 */
export const readSentences = (root: Element, own: boolean, whole: boolean): Reading => {
  const limit = own ? SHORT_OWN : SHORT_FOREIGN;
  const nodes: Text[] = [];
  let length = 0;
  const body = root.querySelector('body');
  for (const node of body ? textNodes(body) : []) {
    length += node.data.length;
    if (length > limit) break;
    nodes.push(node);
  }
  const short = length <= limit && nodes.length < MOST_NODES;
  const kept =
    short || whole ? nodes.filter(({ parentElement }) => parentElement && isVisible(parentElement)) : [];
  return { short, sentences: [...readDialogs(root), ...kept.map(toSentence)] };
};
