/**
 * Runs in the home page. Links marked `data-spa` change the address with `history.pushState` and swap the middle column, as
 * a single-page app does; each change asks the server in the background, and an answer "not logged in" (1357001) shows
 * the session-expired dialog.
 */
export const singlePageScript = `
(() => {
  const main = document.getElementById('main');
  const expired = () => {
    if (document.getElementById('session_expired_dialog')) return;
    const veil = document.createElement('div');
    veil.className = 'veil';
    veil.id = 'session_expired_dialog';
    const box = document.createElement('div');
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-modal', 'true');
    const heading = document.createElement('h2');
    heading.textContent = 'Session expired';
    const text = document.createElement('p');
    text.textContent = 'Please log in again.';
    const link = document.createElement('a');
    link.className = 'button';
    link.href = '/login/?next=' + encodeURIComponent(location.pathname);
    link.textContent = 'Log in';
    box.append(heading, text, link);
    veil.append(box);
    document.body.append(veil);
  };
  const ask = async () => {
    const answer = await fetch('/api/graphql/', { method: 'POST', body: new URLSearchParams({ doc_id: '1' }) });
    if (!answer.ok) return;
    const text = (await answer.text()).replace('for (;;);', '');
    if (JSON.parse(text).error === 1357001) expired();
  };
  const show = (path) => {
    const heading = document.createElement('h1');
    heading.textContent = path === '/' ? 'Home' : path.split('/')[1];
    main.replaceChildren(heading);
    void ask().catch(() => {});
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-spa]');
    if (!link) return;
    event.preventDefault();
    history.pushState({}, '', link.getAttribute('href'));
    show(location.pathname);
  });
  addEventListener('popstate', () => show(location.pathname));
  void ask().catch(() => {});
})()`;
