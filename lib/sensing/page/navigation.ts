const SETTLE_MS = 400;

/**
 * Calls back once after each navigation within the document, when it has settled, and when the page comes back from
 * the browser's cache. A page's own calls of `history` are seen through the Navigation API; Firefox before 147 has
 * none, there only pages that are loaded are seen, and those that the background asks for. Returns the way to stop.
 */
export const watchNavigation = (view: Window & typeof globalThis, onSettled: () => void): (() => void) => {
  const { navigation } = view as { navigation?: EventTarget };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onChange = (event: Event): void => {
    // The first showing of a page is no coming back.
    if (event.type === 'pageshow' && !(event as PageTransitionEvent).persisted) return;
    clearTimeout(timer);
    timer = setTimeout(onSettled, SETTLE_MS);
  };
  const ears = new AbortController();
  navigation?.addEventListener('currententrychange', onChange, ears);
  view.addEventListener('pageshow', onChange, ears);
  return () => {
    clearTimeout(timer);
    ears.abort();
  };
};
