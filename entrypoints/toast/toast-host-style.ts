/**
 * Where the toast stands. `!important` on the host: of important rules the inner one wins, so that nothing the page
 * says of our `div` moves, hides or covers it.
 */
export const TOAST_HOST_STYLE = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 16px 16px auto auto !important;
  inline-size: min(360px, calc(100vw - 32px)) !important;
  z-index: 2147483647 !important;
  visibility: visible !important;
  opacity: 1 !important;
  pointer-events: auto !important;
}
@media print { :host { display: none !important; } }
`;
