import type { PiercedNode } from '../toast.ts';
import type { Bidi } from './bidi.ts';
import type { RemoteValue } from './remote-value.ts';

/** A node as BiDi serialises it, closed shadow roots included. */
interface RemoteNode extends RemoteValue {
  readonly value?: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
}

const pierced = ({ value, sharedId }: RemoteNode): PiercedNode => ({
  tag: value?.localName ?? '',
  attributes: value?.attributes ?? {},
  text: value?.nodeType === 3 ? (value.nodeValue ?? '') : '',
  children: [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])].map(pierced),
  handle: sharedId ?? '',
});

/** The elements that carry the toast, with what stands in their closed shadow roots. */
export const toastHosts = async (bidi: Bidi, context: string): Promise<PiercedNode[]> => {
  const found = await bidi.remote(context, "[...document.querySelectorAll('[data-oh-toast]')]", {
    // A world of its own, where the page's scripts have not changed anything.
    target: { context, sandbox: 'harness' },
    serializationOptions: { maxDomDepth: 20, includeShadowTree: 'all' },
  });
  return ((found.value as RemoteNode[] | undefined) ?? []).map(pierced);
};
