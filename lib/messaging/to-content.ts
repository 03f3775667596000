import type { ToastContent } from './toast.ts';

/** What the background says to a content script. */
export type ToContent =
  /** Look again and answer with a `page` message, also when the page is `home` or `public`. */
  | { readonly type: 'report-page' }
  /** Show this toast in place of any other; null takes it away. */
  | { readonly type: 'toast'; readonly toast: ToastContent | null };
