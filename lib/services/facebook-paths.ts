/** Host names of Facebook's own site in all its forms: `www`, mobile, and one a language such as `fr-fr`. */
export const mainHosts = /^((www|m|web|mbasic|touch|mobile|[a-z]{2}-[a-z]{2})\.)?facebook\.com$/;

export const signInPath = /^\/login(\.php)?(\/|\?|$)/;

/** Sign-in, security and recovery addresses. The front page is the sign-in page of a person who is signed out. */
export const securityPaths: readonly RegExp[] = [
  /^\/(index\.php)?(\?|$)/,
  signInPath,
  /^\/(x\/)?checkpoint(\/|\?|$)/,
  /^\/two_(step_verification|factor)(\/|\?|$)/,
  /^\/(recover|hacked|confirmemail)(\.php)?(\/|\?|$)/,
  /^\/nt\/screen\/\?[^#]*checkpoint/,
];
