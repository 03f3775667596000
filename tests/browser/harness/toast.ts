/** A node of a page as the browser shows it to its own tools, closed shadow roots included. */
export interface PiercedNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly PiercedNode[];
  /** What the browser needs to find the node again. */
  readonly handle: string;
}

export interface ToastButton {
  readonly label: string;
  readonly handle: string;
}

/** What a toast says. `text` is all its words in order; the buttons are in the order in which they stand. */
export interface Toast {
  readonly service: string;
  readonly cause: string;
  readonly alarm: string;
  readonly text: string;
  readonly buttons: readonly ToastButton[];
}

const all = (node: PiercedNode): PiercedNode[] => [node, ...node.children.flatMap(all)];

const wordsOf = (node: PiercedNode): string =>
  all(node)
    .filter(({ tag }) => !['style', 'script'].includes(tag))
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' ');

/** The toast inside the host element's tree, or null when there is none in it (yet). */
export const toastIn = (host: PiercedNode): Toast | null => {
  const nodes = all(host);
  const toast = nodes.find(({ attributes }) => attributes['data-testid'] === 'toast');
  if (!toast) return null;
  const { attributes } = toast;
  return {
    service: attributes['data-service'] ?? '',
    cause: attributes['data-cause'] ?? '',
    alarm: attributes['data-alarm'] ?? '',
    text: wordsOf({ ...toast, children: toast.children.filter(({ tag }) => tag !== 'style') }),
    buttons: all(toast)
      .filter(({ tag }) => tag === 'button')
      .map((button) => ({
        label: button.attributes['aria-label'] ?? wordsOf(button),
        handle: button.handle,
      })),
  };
};

/** The handle of a toast's button: the close button is the last one, the action the first. */
export const buttonOf = (toast: Toast, which: 'action' | 'close'): string => {
  const button = which === 'action' ? toast.buttons[0] : toast.buttons.at(-1);
  if (!button) throw new Error('the toast has no buttons');
  return button.handle;
};
