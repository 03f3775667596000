import { html, type Markup } from '../../markup.ts';
import { facebookDocument, narrowPage } from '../document.ts';

/** The classic sign-in form: ids and names of captures of 2020 and 2025. */
const loginForm = (next: string | null): Markup => {
  const action = `/login/device-based/regular/login/?login_attempt=1${next ? `&next=${encodeURIComponent(next)}` : ''}`;
  return html`<form id="login_form" action="${action}" method="post" data-testid="royal_login_form">
    <input type="hidden" name="jazoest" value="2900" autocomplete="off" />
    <input type="hidden" name="lsd" value="form" autocomplete="off" />
    <div id="loginform">
      <input type="hidden" name="lgnrnd" value="0" /><input type="hidden" id="lgnjs" name="lgnjs" value="0" />
      <div id="email_container">
        <input
          class="field"
          type="text"
          name="email"
          id="email"
          placeholder="Email or phone number"
          autocomplete="username"
          aria-label="Email or phone number"
        />
      </div>
      <input
        class="field"
        type="password"
        name="pass"
        id="pass"
        placeholder="Password"
        autocomplete="current-password"
        aria-label="Password"
      />
      <button
        class="button"
        value="1"
        id="loginbutton"
        name="login"
        type="submit"
        data-testid="royal_login_button"
      >
        Log in
      </button>
    </div>
    <p id="login_link" class="center">
      <a href="/recover/initiate/?ars=facebook_login">Forgot password?</a>
    </p>
  </form>`;
};

/** The ordinary sign-in page; with `mustLogIn` it says that the address asked for needs it. */
export const loginPage = (next: string | null, mustLogIn = false): string =>
  facebookDocument({
    title: 'Log into Facebook',
    account: null,
    body: narrowPage(
      'Log into Facebook',
      html`${mustLogIn ? html`<div class="notice">You must log in to continue.</div>` : null}
        ${loginForm(next)}
        <hr class="line" />
        <p class="center"><a role="button" href="/r.php">Create new account</a></p>`,
    ),
  });

/** The front page of a visitor without a session. */
export const frontPage = (): string =>
  facebookDocument({
    title: 'Facebook – log in or sign up',
    account: null,
    body: narrowPage('See what your friends are up to', loginForm(null)),
  });

/** The refused password: notice and recovery link of a capture of 2020, form of 2025. */
export const wrongPasswordPage = (next: string | null): string =>
  facebookDocument({
    title: 'Log into Facebook',
    account: null,
    body: narrowPage(
      'Log into Facebook',
      html`<div class="wrong" id="error_box" role="alert">
          <b>Wrong credentials</b>
          <div>
            The password that you've entered is incorrect.
            <a href="https://www.facebook.com/recover/initiate?ars=facebook_login_pw_error"
              >Did you forget your password?</a
            >
          </div>
        </div>
        ${loginForm(next)}`,
    ),
  });

/** The notice that the password was changed some hours ago. No capture exists: wording and place are a guess. */
export const oldPasswordPage = (next: string | null): string =>
  facebookDocument({
    title: 'Log into Facebook',
    account: null,
    body: narrowPage(
      'Log into Facebook',
      html`<div class="wrong" id="error_box" role="alert">
          <b>You used an old password</b>
          <div>
            You entered an old password. Your password was changed 3 hours ago.
            <a href="https://www.facebook.com/recover/initiate?ars=facebook_login_pw_error"
              >Secure your account</a
            >
          </div>
        </div>
        ${loginForm(next)}`,
    ),
  });
