const SETTLE_MS = 400;

/** Without the Navigation API (Firefox before 147) a person's own press or key is what navigates. */
const PRESSES = ['click', 'keyup', 'popstate'];

/**
 * Calls back once after each navigation within the document, when it has settled, and when the page comes back from
 * the browser's cache. Returns the way to stop.
 */
export const watchNavigation = (view: Window & typeof globalThis, onSettled: () => void): (() => void) => {
  const navigation = (view as { navigation?: EventTarget }).navigation;
  const target = navigation ?? view;
  const events = navigation ? ['currententrychange'] : PRESSES;
  let address = view.location.href;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (isBack: boolean): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (view.location.href === address && !isBack) return;
      address = view.location.href;
      onSettled();
    }, SETTLE_MS);
  };
  const onChange = (): void => settle(false);
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) settle(true);
  };
  for (const event of events) target.addEventListener(event, onChange, { passive: true });
  view.addEventListener('pageshow', onShow);
  return () => {
    clearTimeout(timer);
    for (const event of events) target.removeEventListener(event, onChange);
    view.removeEventListener('pageshow', onShow);
  };
};
