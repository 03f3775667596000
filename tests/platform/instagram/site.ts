import { json, page, redirect, type Answer, type PlatformRequest } from '../exchange.ts';
import type { Session } from '../sessions.ts';
import type { SiteState } from '../site-state.ts';
import { answerEndedSession, answerResume, loginRequired } from './ended-session.ts';
import {
  challengePage,
  codeEntryPage,
  contactChangedPage,
  recoveryPage,
  suspendedPage,
  twoFactorPage,
  unusualLoginPage,
} from './pages/account-pages.ts';
import { homePage, oneTapPage } from './pages/home-page.ts';
import { loginPage } from './pages/login-page.ts';
import { publicPage } from './pages/public-page.ts';
import { errorPage, rateLimitedPage, unavailablePage } from './pages/trouble-pages.ts';
import { deviceCookies } from './session-cookies.ts';
import { answerSignIn, answerSignOut, answerTwoFactor } from './sign-in.ts';

const CHALLENGES: Readonly<Record<string, () => string>> = {
  '/challenge/1/0/': challengePage,
  '/challenge/2/0/': unusualLoginPage,
  '/challenge/3/0/': contactChangedPage,
};

/** Pages about accounts, the same with and without a session; null for any other address. */
const accountPageAt = (path: string, site: SiteState): string | null => {
  const challenge = CHALLENGES[path];
  if (challenge) return challenge();
  if (path.startsWith('/challenge/')) return challengePage();
  if (path.startsWith('/auth_platform/')) return codeEntryPage();
  if (path.startsWith('/accounts/suspended/')) return suspendedPage();
  if (path.startsWith('/accounts/login/two_factor')) return twoFactorPage();
  if (path.startsWith('/accounts/password/') || path.startsWith('/hacked'))
    return recoveryPage(site.mode !== 'sign-in-outage');
  return null;
};

const answerApi = (site: SiteState, session: Session | null): Answer => {
  if (site.mode === 'errors') return json({ message: 'Oops, an error occurred.', status: 'fail' }, 503);
  if (site.mode === 'rate-limited')
    return json({ message: 'Please wait a few minutes before you try again.', status: 'fail' }, 429);
  if (!session || session.ending !== null || site.mode === 'session-expired') return loginRequired();
  return json({ items: [], status: 'ok' });
};

/** Accounts under a check are led to it from every page. */
const leadAway = (site: SiteState): string | null => {
  if (site.mode === 'suspended') return '/accounts/suspended/';
  if (site.mode === 'checkpoint') return '/auth_platform/codeentry/?apc=0';
  return site.mode === 'challenge' ? '/challenge/1/0/' : null;
};

const answerPage = (request: PlatformRequest, site: SiteState, session: Session | null): Answer => {
  const { path } = request;
  const isLogin = path.startsWith('/accounts/login');
  if (session && !(session.ending === 'bare-redirect' && isLogin)) {
    const ended = answerEndedSession(request, site, session);
    if (ended) return ended;
  }
  const alive = session !== null && (session.ending === null || session.ending === 'json') ? session : null;
  const about = accountPageAt(path, site);
  if (about !== null) return page(about);
  if (site.mode === 'unavailable') return page(unavailablePage());
  if (isLogin)
    return alive?.ending === null && site.mode !== 'session-expired' ? redirect('/') : page(loginPage());
  if (!alive) return path === '/' ? page(loginPage()) : page(publicPage(path.split('/')[1] ?? ''));
  const elsewhere = leadAway(site);
  if (elsewhere !== null) return redirect(elsewhere);
  return page(path.startsWith('/accounts/onetap') ? oneTapPage(alive.account) : homePage(alive.account));
};

const route = (request: PlatformRequest, site: SiteState): Answer => {
  const { method, path } = request;
  const token = request.cookies.get('sessionid');
  const session = site.sessions.find(token);
  if (method === 'POST' && /\/accounts\/login\/ajax\/$/.test(path)) return answerSignIn(request, site);
  if (method === 'POST' && /\/accounts\/logout\/ajax\/$/.test(path)) return answerSignOut(site, token);
  if (path.startsWith('/api/')) return answerApi(site, session);
  if (site.mode === 'errors') return page(errorPage(), 500);
  if (site.mode === 'rate-limited') return page(rateLimitedPage(), 429);
  if (path === '/accounts/resume/') return answerResume(request, site);
  if (method === 'POST' && path.startsWith('/accounts/login/two_factor'))
    return answerTwoFactor(request, site);
  return answerPage(request, site, session);
};

/** Instagram's web site and its interface on the same host. */
export const answerInstagram = (request: PlatformRequest, site: SiteState): Answer => {
  const answer = route(request, site);
  return { ...answer, cookies: [...deviceCookies(request, site.secrets), ...answer.cookies] };
};
