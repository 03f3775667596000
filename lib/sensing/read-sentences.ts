import { findAll, findOne } from './find.ts';
import { normalise } from './normalise.ts';
import type { PageSnapshot, Sentence } from './page-snapshot.ts';
import { isVisible } from './visible.ts';

/** A page of the service with more text than this (characters) may hold what others wrote. */
const SHORT_OWN = 2_000;
/** Pages of proxies and filters are wordier, and nobody else writes into them. */
const SHORT_FOREIGN = 6_000;
const MOST_NODES = 5_000;
const MOST_DIALOGS = 5;
const SMALL_DIALOG = 400;

const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA', 'OPTION']);
const HEADINGS = 'h1,h2,h3,h4,[role="heading"],.p-error';
const DIALOGS = '[role="dialog"],[role="alertdialog"]';
/** What a dialog of the service itself does not hold: posts, pictures, fields for text, links to other places. */
const OTHERS = '[role="article"],article,[contenteditable],img,image,a[href]:not([href*="login"])';

const SHOW_TEXT = 4;

const textNodes = function* (within: Element): Generator<Text> {
  const walker = within.ownerDocument.createTreeWalker(within, SHOW_TEXT);
  for (let node = walker.nextNode(), seen = 0; node && seen < MOST_NODES; node = walker.nextNode(), seen += 1)
    if (!UNSEEN.has(node.parentElement?.tagName ?? '') && /\S/.test(node.nodeValue ?? '')) yield node as Text;
};

const textOf = (node: Text): string => normalise(node.data.slice(0, 300));

/** The first words of the dialogs that only the service can have written. */
const readDialogs = (document: Document): Sentence[] =>
  findAll(document, DIALOGS)
    .slice(0, MOST_DIALOGS)
    .filter(
      (dialog) =>
        dialog.textContent.length <= SMALL_DIALOG && !dialog.querySelector(OTHERS) && isVisible(dialog),
    )
    .flatMap((dialog) => [...textNodes(dialog)].slice(0, 1))
    .map((node) => ({ text: textOf(node), dialog: true }));

/**
 * Reads the visible text of a page, bounded. Where others write only the headings of a short page count as sentences,
 * and on the front page only those of a short page; sign-in and security pages are read from their beginning. What is
 * typed into fields is never read. With others' writing in the page only the dialogs are read: nothing else would count.
 */
export const readSentences = (
  document: Document,
  { own, others, region }: Pick<PageSnapshot, 'own' | 'others' | 'region'>,
): Pick<PageSnapshot, 'short' | 'sentences'> => {
  const nodes: Text[] = [];
  let left = own ? SHORT_OWN : SHORT_FOREIGN;
  const body = findOne(document, 'body');
  for (const node of body && !others ? textNodes(body) : []) {
    left -= node.data.length;
    if (left < 0) break;
    nodes.push(node);
  }
  const short = left >= 0;
  const isRead = short || region === 'sign-in' || region === 'security';
  const sentences = nodes
    .filter(
      ({ parentElement: parent }) =>
        isRead && parent && isVisible(parent) && (!own || region !== 'elsewhere' || parent.closest(HEADINGS)),
    )
    .map((node) => ({ text: textOf(node), dialog: false }));
  return { short, sentences: [...readDialogs(document), ...sentences] };
};
