import type { Account } from '../../platform/accounts.ts';
import type { Tab } from '../harness/browser-under-test.ts';

export type Site = 'facebook' | 'instagram';

const SIGN_IN = {
  facebook: {
    address: 'https://www.facebook.com/login/',
    name: '#email',
    password: '#pass',
    button: '#loginbutton',
    home: 'https://www.facebook.com/',
  },
  instagram: {
    address: 'https://www.instagram.com/accounts/login/',
    name: 'input[name=username]',
    password: 'input[name=password]',
    button: '#loginForm button',
    home: 'https://www.instagram.com/',
  },
} as const;

/** Fills in the sign-in form of the page in front and sends it. */
export const sendSignIn = async (tab: Tab, site: Site, account: Account, password = account.password) => {
  const form = SIGN_IN[site];
  await tab.type(form.name, account.email);
  await tab.type(form.password, password);
  await tab.click(form.button);
};

/** Signs in as a person does and waits for the first page. */
export const signIn = async (tab: Tab, site: Site, account: Account): Promise<void> => {
  await tab.goto(SIGN_IN[site].address);
  await sendSignIn(tab, site, account);
  await tab.waitUntil(() => document.querySelector('input[type=password]') === null);
  await tab.goto(SIGN_IN[site].home);
  await tab.waitUntil(() => document.querySelector('article') !== null);
};

export const homeOf = (site: Site): string => SIGN_IN[site].home;
