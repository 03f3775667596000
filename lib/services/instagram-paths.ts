export const mainHosts = /^((www|m)\.)?instagram\.com$/;

export const signInPath = /^\/accounts\/login(\/|\?|$)/;

/** Sign-in, security and recovery addresses. The front page is the sign-in page of a person who is signed out. */
export const securityPaths: readonly RegExp[] = [
  /^\/(\?|$)/,
  signInPath,
  /^\/(challenge|auth_platform|two_factor|hacked)(\/|\?|$)/,
  /^\/accounts\/(suspended|disabled|two_factor\w*|password|account_recovery\w*|onetap)(\/|\?|$)/,
];
