import { json, page, redirect, wholePath, type Answer, type PlatformRequest } from '../exchange.ts';
import type { Session } from '../sessions.ts';
import type { SiteState } from '../site-state.ts';
import { loginPage } from './pages/login-page.ts';
import { deletedSessionCookies, sessionCookies } from './session-cookies.ts';

/** The words of an interface that does not know the session any more (status 403). */
export const loginRequired = (): Answer =>
  json(
    {
      message: 'login_required',
      error_title: "You've Been Logged Out",
      error_body: 'Please log back in.',
      logout_reason: 8,
      status: 'fail',
    },
    403,
  );

/** What a page request with a dead session gets, by the way it died; null when the page itself still loads. */
export const answerEndedSession = (
  request: PlatformRequest,
  site: SiteState,
  session: Session,
): Answer | null => {
  const next = encodeURIComponent(wholePath(request));
  switch (session.ending) {
    case 'deletion-redirect':
      site.sessions.close(session.token);
      return redirect(`/accounts/login/?next=${next}`, deletedSessionCookies());
    case 'bare-redirect':
      return redirect(`/accounts/login/?next=${next}`);
    case 'zero-user-page':
      return page(loginPage());
    case 'blank-and-back':
      site.sessions.interrupt(request.cookies.get('mid') ?? '', session);
      return redirect(`/accounts/resume/?next=${next}`, deletedSessionCookies());
    default:
      return null;
  }
};

/** The second half of a false alarm: the session cookie is set again. */
export const answerResume = (request: PlatformRequest, site: SiteState): Answer => {
  const session = site.sessions.resume(request.cookies.get('mid'));
  const next = request.query.get('next') ?? '/';
  return session ? redirect(next, sessionCookies(session, site.secrets)) : redirect('/accounts/login/');
};
