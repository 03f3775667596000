/** Runs in the feed: single-page links, the timeline request (403 `login_required` leads to the sign-in page), sign-out. */
export const homeScript = `
(() => {
  const main = document.getElementById('main');
  const ask = async () => {
    const answer = await fetch('/api/v1/feed/timeline/', { method: 'POST' });
    if (answer.status !== 403) return;
    const told = await answer.json();
    if (told.message === 'login_required') location.assign('/accounts/login/?next=' + encodeURIComponent(location.pathname));
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-spa]');
    if (!link) return;
    event.preventDefault();
    history.pushState({}, '', link.getAttribute('href'));
    const heading = document.createElement('h1');
    heading.textContent = location.pathname;
    main.replaceChildren(heading);
    void ask().catch(() => {});
  });
  const button = document.getElementById('logout');
  button.addEventListener('click', async () => {
    await fetch('/api/v1/web/accounts/logout/ajax/', {
      method: 'POST',
      body: new URLSearchParams({ one_tap_app_login: '0', user_id: button.dataset.user }),
    });
    location.assign('/accounts/login/');
  });
  void ask().catch(() => {});
})()`;
