import { findOne } from '../find.ts';

/** A password that is known already; not one that is being chosen. */
const PASSWORD = '[type="password"]:not([autocomplete="new-password"])';
/** Buttons that sign in without making a submit event. */
const SIGN_IN_BUTTON = '[name="login"],#loginbutton,[role="button"][aria-label="Log in" i]';

/** One press makes several events; they are one sign-in. */
const TOGETHER_MS = 1_500;

const isSignIn = (event: Event, document: Document): boolean => {
  const { type, target } = event;
  if (!event.isTrusted || !(target instanceof Element)) return false;
  // By the prototype: a field of the form may be called like the method.
  if (type === 'submit') return Element.prototype.querySelector.call(target, PASSWORD) !== null;
  if (type === 'keydown') return (event as KeyboardEvent).key === 'Enter' && target.matches(PASSWORD);
  return target.closest(SIGN_IN_BUTTON) !== null && findOne(document, PASSWORD) !== null;
};

/**
 * Calls back when a person really sends a sign-in form: only for events that the browser itself vouches for. What was
 * typed is never looked at. Returns the way to stop.
 */
export const watchSignIn = (document: Document, onSent: () => void, now: () => number): (() => void) => {
  let last = -Infinity;
  const onEvent = (event: Event): void => {
    if (now() - last < TOGETHER_MS || !isSignIn(event, document)) return;
    last = now();
    onSent();
  };
  const ears = new AbortController();
  const options = { capture: true, passive: true, signal: ears.signal };
  for (const kind of ['submit', 'click', 'keydown']) document.addEventListener(kind, onEvent, options);
  return () => ears.abort();
};
