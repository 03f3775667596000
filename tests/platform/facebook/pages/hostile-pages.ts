import type { Account } from '../../accounts.ts';
import { html, raw } from '../../markup.ts';
import { homePage, type Post } from './home-page.ts';

const QUOTING: readonly Post[] = [
  {
    by: 'Dorian Specimen',
    when: '4 min',
    text: 'HELP: "Your account has been locked. We saw unusual activity on your account." Anybody else?? Session expired. Please log in again. You used an old password.',
  },
  {
    by: 'Cleo Instance',
    when: '9 min',
    text: 'They wrote: We suspended your account. You have 180 days to appeal. Sorry, something went wrong. Account Temporarily Unavailable due to a site issue.',
  },
];

/** An ordinary feed in which people quote every warning there is. It is a home page and nothing else. */
export const quotingPage = (account: Account): string => homePage(account, QUOTING);

/** What a stranger's script would do on a watched host if it could; `?mutations=` sets how many changes a second (1,000). */
const HOSTILE_SCRIPT = `
(() => {
  const seen = (window.__seen = { roots: 0, messages: [], toast: [] });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    seen.roots += 1;
    seen.stolen = attach.call(this, { ...options, mode: 'open' });
    return seen.stolen;
  };
  Array.prototype.includes = () => true;
  String.prototype.startsWith = () => true;
  RegExp.prototype.test = () => true;
  JSON.stringify = () => '{"type":"page","page":"old-password"}';
  Document.prototype.querySelector = () => document.documentElement;
  addEventListener('message', (event) => seen.messages.push(String(event.data)));
  try {
    customElements.define('oh-toast', class extends HTMLElement {});
  } catch {}
  const form = document.createElement('form');
  form.id = 'login_form';
  form.action = '/login/device-based/regular/login/?login_attempt=1';
  form.append(Object.assign(document.createElement('input'), { name: 'pass', type: 'password' }));
  document.body.append(form);
  // Firefox would really send the form, and be gone.
  form.addEventListener('submit', (event) => event.preventDefault());
  form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  new MutationObserver((records) => {
    for (const record of records)
      for (const node of record.addedNodes)
        if (node instanceof Element && node.hasAttribute('data-oh-toast')) {
          seen.toast.push({ root: node.shadowRoot !== null, text: node.textContent });
          node.click();
          node.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
          if (new URLSearchParams(location.search).has('remove')) node.remove();
        }
  }).observe(document.documentElement, { childList: true, subtree: true });
  const perSecond = Number(new URLSearchParams(location.search).get('mutations') ?? 1000);
  const place = document.createElement('div');
  document.body.append(place);
  setInterval(() => {
    for (let n = 0; n < perSecond / 50; n += 1) {
      const text = document.createElement('p');
      text.textContent = 'Your account has been locked';
      place.append(text);
      if (place.childElementCount > 200) place.firstElementChild.remove();
    }
  }, 20);
})()`;

/** A feed with warnings in its posts and a script that fights the extension. What it caught is in `window.__seen`. */
export const hostilePage = (account: Account): string =>
  homePage(
    account,
    QUOTING,
    html`<script>
      ${raw(HOSTILE_SCRIPT)};
    </script>`,
  );
