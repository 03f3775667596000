import type { CDPSession, Page } from 'playwright-core';
import type { PiercedNode } from '../toast.ts';

/** What of the protocol's `DOM.Node` is used here. */
interface DomNode {
  readonly nodeName: string;
  readonly nodeType: number;
  readonly nodeValue: string;
  readonly backendNodeId: number;
  readonly attributes?: string[];
  readonly children?: DomNode[];
  readonly shadowRoots?: DomNode[];
}

const pairs = (flat: readonly string[]): Record<string, string> => {
  const read: Record<string, string> = {};
  for (let at = 0; at + 1 < flat.length; at += 2) read[flat[at] ?? ''] = flat[at + 1] ?? '';
  return read;
};

const pierced = (node: DomNode): PiercedNode => ({
  tag: node.nodeName.toLowerCase(),
  attributes: pairs(node.attributes ?? []),
  text: node.nodeType === 3 ? node.nodeValue : '',
  children: [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(pierced),
  handle: String(node.backendNodeId),
});

const isHost = ({ attributes }: PiercedNode): boolean => attributes['data-oh-toast'] !== undefined;

const findHosts = (node: PiercedNode): PiercedNode[] =>
  isHost(node) ? [node] : node.children.flatMap(findHosts);

/** The elements that carry the toast, with what stands in their closed shadow roots. */
export const toastHosts = async (session: CDPSession): Promise<PiercedNode[]> => {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return findHosts(pierced(root as DomNode));
};

/** Clicks the middle of a node with the mouse, as a person would. */
export const clickNode = async (page: Page, session: CDPSession, handle: string): Promise<void> => {
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: Number(handle) });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
};
