import type { Account } from '../accounts.ts';
import { nothing, page, redirect, type Answer, type PlatformRequest } from '../exchange.ts';
import { accountOf, CHECKPOINTS, type SiteState } from '../site-state.ts';
import { contactChangedPage, twoFactorPage, unusualLoginPage } from './pages/check-pages.ts';
import { errorPage } from './pages/trouble-pages.ts';
import { oldPasswordPage, wrongPasswordPage } from './pages/login-page.ts';
import { sessionCookies } from './session-cookies.ts';

const LOGIN = '/login/device-based/regular/login/';

/** The refusal's own address: its number says "wrong or refused" in every language (B). */
const refusal = (next: string | null): string =>
  `/login/?e=1348131&shbl=1&li=0${next ? `&next=${encodeURIComponent(next)}` : ''}`;

/** Where somebody is sent whose name and password were right. Only a path on the same host is followed. */
const landing = (next: string | null): string =>
  next?.startsWith('/') && !next.startsWith('//') ? next : '/';

const signedIn = (site: SiteState, account: Account, next: string | null): Answer =>
  redirect(landing(next), sessionCookies(site.sessions.open(account)));

/** Where the right password leads when the service first wants something else; null when nothing is in the way. */
const obstacle = (site: SiteState, account: Account): Answer | null => {
  const pending = `u=${site.secrets.keep('sign-in in progress', Buffer.from(account.id).toString('base64url'))}`;
  switch (site.mode) {
    case 'errors':
      return page(errorPage(), 500);
    case 'old-password':
      return redirect(`${LOGIN}?login_attempt=1&old=1`);
    case 'two-factor':
      return redirect(`/two_step_verification/two_factor/?${pending}&flow=two_factor_login`);
    case 'checkpoint':
      return redirect(site.checkpoint ? `/checkpoint/${site.checkpoint}/` : '/checkpoint/?next');
    case 'suspended':
      return redirect(`/checkpoint/${CHECKPOINTS.suspended}/`);
    case 'challenge':
    case 'unusual-login':
      return redirect('/checkpoint/?unusual');
    case 'contact-changed':
      return redirect('/checkpoint/?contact');
    default:
      return null;
  }
};

/** `POST` of the sign-in form. In a sign-in outage the right password is refused like a wrong one. */
export const answerSignIn = (request: PlatformRequest, site: SiteState): Answer => {
  const next = request.query.get('next');
  const account = accountOf(site, request.form.get('email') ?? '', request.form.get('pass') ?? '');
  if (!account || site.mode === 'sign-in-outage' || site.mode === 'wrong-password')
    return redirect(refusal(next));
  return obstacle(site, account) ?? signedIn(site, account, next);
};

/** `POST` of the two-factor form: the right code opens the session. */
export const answerTwoFactor = (request: PlatformRequest, site: SiteState): Answer => {
  const id = Buffer.from(request.query.get('u') ?? '', 'base64url').toString();
  const account = site.accounts.find((one) => one.id === id);
  if (!account) return redirect('/login/');
  if (request.form.get('approvals_code') !== account.code) return page(twoFactorPage(true));
  return signedIn(site, account, null);
};

/** Pages that belong to signing in and are seen without a session; null for any other address. */
export const signInPageAt = ({ path, query }: PlatformRequest): string | null => {
  if (query.get('e') === '1348131') return wrongPasswordPage(query.get('next'));
  if (path === LOGIN && query.has('old')) return oldPasswordPage(null);
  if (path.startsWith('/two_step_verification/')) return twoFactorPage(false);
  if (path.startsWith('/checkpoint/') && query.has('unusual')) return unusualLoginPage();
  if (path.startsWith('/checkpoint/') && query.has('contact')) return contactChangedPage();
  return null;
};

export const isSignInPost = ({ method, path }: PlatformRequest): boolean =>
  method === 'POST' && path === LOGIN;

/** Sign-out asked for by the person. */
export const answerSignOut = (
  site: SiteState,
  token: string | undefined,
  deleted: readonly string[],
): Answer => {
  site.sessions.close(token);
  return token ? redirect('/', deleted) : nothing(400);
};
