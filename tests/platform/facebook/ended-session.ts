import { page, redirect, wholePath, type Answer, type PlatformRequest } from '../exchange.ts';
import type { Session } from '../sessions.ts';
import type { SiteState } from '../site-state.ts';
import { loginPage } from './pages/login-page.ts';
import { deletedSessionCookies, sessionCookies } from './session-cookies.ts';

/**
 * The answer to a request that carries a session which has ended, in the way in which it ended; null when the page
 * itself is served as if nothing were (its background requests then tell).
 */
export const answerEndedSession = (
  request: PlatformRequest,
  site: SiteState,
  session: Session,
): Answer | null => {
  const next = encodeURIComponent(wholePath(request));
  switch (session.ending) {
    case 'deletion-redirect':
      site.sessions.close(session.token);
      return redirect(`/login.php?next=${next}`, deletedSessionCookies());
    case 'bare-redirect':
      return redirect(`/login.php?next=${next}`);
    case 'zero-user-page':
      return page(loginPage(wholePath(request), true));
    case 'blank-and-back': {
      site.sessions.interrupt(request.cookies.get('datr') ?? '', session);
      return redirect(`/cookie/resume/?next=${next}`, deletedSessionCookies());
    }
    default:
      return null;
  }
};

/** The second half of a false alarm: the cookies are set again, and the person is sent back to where they were. */
export const answerResume = (request: PlatformRequest, site: SiteState): Answer => {
  const session = site.sessions.resume(request.cookies.get('datr'));
  const next = request.query.get('next') ?? '/';
  return session ? redirect(next, sessionCookies(session)) : redirect('/login.php');
};
