import { json, page, redirect, type Answer, type PlatformRequest } from '../exchange.ts';
import { accountOf, type SiteState } from '../site-state.ts';
import { twoFactorPage } from './pages/account-pages.ts';
import { deletedSessionCookies, sessionCookies } from './session-cookies.ts';

const refused = (): Answer => json({ user: true, authenticated: false, status: 'ok' });

const check = (url: string): Answer =>
  json(
    { message: 'checkpoint_required', checkpoint_url: url, lock: true, flow_render_type: 0, status: 'fail' },
    400,
  );

/** The background request of the sign-in form. In a sign-in outage the right password is refused like a wrong one. */
export const answerSignIn = ({ form }: PlatformRequest, site: SiteState): Answer => {
  const account = accountOf(site, form.get('username') ?? '', form.get('enc_password') ?? '');
  if (site.mode === 'errors')
    return json(
      { errors: { error: ['Sorry, there was a problem with your request.'] }, status: 'fail' },
      500,
    );
  if (!account || site.mode === 'sign-in-outage' || site.mode === 'wrong-password') return refused();
  switch (site.mode) {
    case 'old-password':
      return json({ authenticated: false, user: true, error_type: 'old_password', status: 'ok' });
    case 'two-factor':
      return json({ two_factor_required: true, two_factor_info: {}, status: 'fail' }, 400);
    case 'suspended':
      return check('https://www.instagram.com/accounts/suspended/');
    case 'checkpoint':
      return check('/auth_platform/codeentry/?apc=0');
    case 'challenge':
      return check('/challenge/1/0/');
    case 'unusual-login':
      return check('/challenge/2/0/');
    case 'contact-changed':
      return check('/challenge/3/0/');
    case 'rate-limited':
      return json({ message: 'Please wait a few minutes before you try again.', status: 'fail' }, 429);
    default: {
      // Real answers blank the session cookie first and set it in the same breath (2019).
      const session = site.sessions.open(account);
      return json(
        { user: true, userId: account.id, authenticated: true, oneTapPrompt: true, status: 'ok' },
        200,
        [...deletedSessionCookies(), ...sessionCookies(session, site.secrets)],
      );
    }
  }
};

/** The second step. The account is told by the code alone: codes are unlike within a run. */
export const answerTwoFactor = ({ form }: PlatformRequest, site: SiteState): Answer => {
  const account = site.accounts.find(({ code }) => code === form.get('verificationCode'));
  if (!account) return page(twoFactorPage());
  return redirect('/accounts/onetap/?next=%2F', sessionCookies(site.sessions.open(account), site.secrets));
};

/** Sign-out asked for by the person: a background request. */
export const answerSignOut = (site: SiteState, token: string | undefined): Answer => {
  site.sessions.close(token);
  return json({ status: 'ok' }, 200, deletedSessionCookies());
};
