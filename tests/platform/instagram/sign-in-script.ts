/** Runs in the sign-in page: sends the form in the background and follows what the answer says. */
export const signInScript = `
(() => {
  const form = document.getElementById('loginForm');
  const alert = document.getElementById('slfErrorAlert');
  const say = (text) => {
    alert.textContent = text;
    alert.hidden = false;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const csrf = document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? '';
    try {
      const answer = await fetch('/api/v1/web/accounts/login/ajax/', {
        method: 'POST',
        headers: { 'x-csrftoken': csrf, 'x-requested-with': 'XMLHttpRequest' },
        body: new URLSearchParams({ username: form.username.value, enc_password: form.password.value }),
      });
      const told = await answer.json();
      if (told.authenticated) location.assign('/accounts/onetap/?next=' + encodeURIComponent('/'));
      else if (told.checkpoint_url) location.assign(told.checkpoint_url);
      else if (told.two_factor_required) location.assign('/accounts/login/two_factor?next=%2F');
      else if (told.error_type === 'old_password') say('You entered an old password. It was changed 3 hours ago.');
      else if (told.authenticated === false) say('Sorry, your password was incorrect. Please double-check your password.');
      else say(told.message ?? 'Sorry, there was a problem with your request.');
    } catch {
      say('Sorry, there was a problem with your request.');
    }
  });
})()`;
