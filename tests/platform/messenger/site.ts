import { page, redirect, wholePath, type Answer, type PlatformRequest } from '../exchange.ts';
import { answerBackgroundRequest, isBackgroundRequest } from '../facebook/background-requests.ts';
import { errorPage, rateLimitedPage, unavailablePage } from '../facebook/pages/trouble-pages.ts';
import { deletedSessionCookies, deviceCookies, sessionCookies } from '../facebook/session-cookies.ts';
import { accountOf, type SiteState } from '../site-state.ts';
import { chatPage, loginPage } from './pages.ts';

const DOMAIN = 'messenger.com';

const signIn = ({ form }: PlatformRequest, site: SiteState): Answer => {
  const account = accountOf(site, form.get('email') ?? '', form.get('pass') ?? '');
  if (!account || site.mode === 'sign-in-outage' || site.mode === 'wrong-password')
    return page(loginPage(true));
  return redirect('/t/1/', sessionCookies(site.sessions.open(account), DOMAIN));
};

const route = (request: PlatformRequest, site: SiteState): Answer => {
  const { method, path, cookies } = request;
  const token = cookies.get('xs');
  const session = site.sessions.find(token);
  if (isBackgroundRequest(request)) return answerBackgroundRequest(site, session);
  if (site.mode === 'errors') return page(errorPage(), 500);
  if (site.mode === 'rate-limited') return page(rateLimitedPage(null), 429);
  if (site.mode === 'unavailable') return page(unavailablePage(session?.account ?? null));
  if (method === 'POST' && path === '/login/password/') return signIn(request, site);
  if (path === '/logout/') {
    site.sessions.close(token);
    return redirect('/', deletedSessionCookies(DOMAIN));
  }
  if (session?.ending === 'deletion-redirect') {
    site.sessions.close(token);
    return redirect(`/login/?next=${encodeURIComponent(wholePath(request))}`, deletedSessionCookies(DOMAIN));
  }
  if (!session || session.ending !== null) return page(loginPage(false));
  return path === '/' || path.startsWith('/login') ? redirect('/t/1/') : page(chatPage(session.account));
};

/** Messenger on its own host. Signed out, it may show the sign-in form at a conversation's address. */
export const answerMessenger = (request: PlatformRequest, site: SiteState): Answer => {
  const answer = route(request, site);
  return { ...answer, cookies: [...deviceCookies(request, site.secrets, DOMAIN), ...answer.cookies] };
};
