import { CHECKPOINTS } from '../../site-state.ts';
import { dataScript, html, type Markup } from '../../markup.ts';
import { facebookDocument, narrowPage } from '../document.ts';

const checkDocument = (title: string, inside: Markup): string =>
  facebookDocument({ title, account: null, body: narrowPage(title, inside) });

const step = (label: string): Markup =>
  html`<form class="checkpoint" action="/checkpoint/?next" method="post">
    <div id="checkpointBottomBar">
      <button class="button" id="checkpointSubmitButton" name="submit[Continue]">${label}</button>
    </div>
  </form>`;

/** The second step of signing in (address and field of 2024). The session does not exist yet. */
export const twoFactorPage = (wrongCode: boolean): string =>
  checkDocument(
    'Go to your authentication app',
    html`<p>
        Enter the 6-digit code for this account from the two-factor authentication app that you set up.
      </p>
      ${wrongCode ? html`<div class="wrong" role="alert">This code doesn’t work. Check that it’s correct.</div>` : null}
      <form method="post">
        <input
          class="field"
          name="approvals_code"
          inputmode="numeric"
          autocomplete="one-time-code"
          aria-label="Code"
          placeholder="Code"
        />
        <button class="button">Continue</button>
      </form>`,
  );

/** "Was this you?": an unusual sign-in has to be confirmed. No capture exists. */
export const unusualLoginPage = (): string =>
  checkDocument(
    'Was this you?',
    html`<p>
        We noticed an unusual login from a device or location you don't usually use. Please review this login.
      </p>
      <p class="soft">Near Exampletown · Today</p>
      ${step('This was me')}
      <p class="center"><a href="/checkpoint/?next">This wasn't me</a></p>`,
  );

/** The account's address was changed. No capture exists; the mail of the same matter says it in these words. */
export const contactChangedPage = (): string =>
  checkDocument(
    'Your email address was changed',
    html`<p>
        The primary email address of your account was changed recently. If you didn't make this change, you
        can secure your account.
      </p>
      <p><a class="button" href="https://www.facebook.com/hacked">Secure your account</a></p>`,
  );

/** An account locked to protect it, at the checkpoint that public tools call "956". */
const lockedPage = (): string =>
  checkDocument(
    'Your account has been locked',
    html`<p>
        We saw unusual activity on your account. This may mean that someone has used your account without your
        knowledge.
      </p>
      ${dataScript({ is_unvetted_flow: true, title: 'Your account has been locked' })} ${step('Get started')}`,
  );

/** An account suspended for a rule, at the checkpoint that public tools call "282". */
const suspendedPage = (): string =>
  checkDocument(
    'We suspended your account',
    html`<p>You have 180 days to appeal. If you don't, your account will be permanently disabled.</p>
      ${dataScript({ log_out_uri: '/logout.php', title: 'We suspended your account', reason_section_body: '' })}
      ${step('Appeal')}`,
  );

/** The old form of a check, where the address does not say what kind it is. */
const plainCheckpointPage = (): string =>
  checkDocument(
    'Please confirm your identity',
    html`<p>To continue, please complete this security check.</p>
      ${step('Continue')}`,
  );

/** The page at `/checkpoint/<number>/`; what the number means is in `CHECKPOINTS`. */
export const checkpointPage = (number: string): string => {
  if (number === CHECKPOINTS.locked) return lockedPage();
  if (number === CHECKPOINTS.suspended) return suspendedPage();
  return plainCheckpointPage();
};
