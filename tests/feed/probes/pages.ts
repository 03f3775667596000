/** Pages as services deliver them, before any script has run, reduced to what tells one from another. Written by hand. */

const head = (files: string): string =>
  `<!doctype html><html lang="fr" id="facebook"><head><meta charset="utf-8"><title>…</title>
  <link rel="stylesheet" href="https://static.xx.${files}/rsrc.php/v5/a.css"><script src="https://static.xx.${files}/rsrc.php/v4/b.js"></script></head>`;

/** Facebook's sign-in page, 2025. */
export const facebookForm = `${head('fbcdn.net')}<body class="UIPage_LoggedOut"><form id="login_form" action="/login/device-based/regular/login/?login_attempt=1&amp;lwv=100" method="post">
  <input type="hidden" name="lsd" value="AA"><input type="text" name="email" id="email"><input type="password" name="pass" id="pass"><button name="login" id="loginbutton">…</button></form></body></html>`;

/** The same on mobile, 2026: no form, only the data of one. */
export const facebookMobileForm = `${head('fbcdn.net')}<body><script type="application/json">{"a":"com.bloks.www.caa.login.login_homepage"}</script></body></html>`;

/** A page of Facebook's own without a form. */
export const facebookOther = `${head('fbcdn.net')}<body><div id="mount_0_0"></div><!-- <input type="password"> --><script>var a = '<input type="password" name="pass">';</script><template><input type="password"></template></body></html>`;

/** Facebook's error page, 2020. */
export const facebookError2020 = `<html lang="en" id="facebook"><head><title>Facebook | Error</title></head><body><div id="header"><img id="icon" src="//static.facebook.com/images/logos/facebook_2x.png"></div>
  <div id="core"><h1 id="sorry">…</h1><p id="promise">…</p><p id="back-link"></p></div><div id="footer"></div></body></html>`;

/** The same, 2021 to 2026. */
export const facebookError2026 = `<!DOCTYPE html><html lang="en" id="facebook"><head><title>Error</title></head><body><div id="header"><a href="//www.facebook.com/"><img id="icon" src="//static.facebook.com/images/logos/facebook_2x.png" /></a></div>
  <div class="core"><h1>…</h1><p>…</p><div class="footer"></div></div></body></html>`;

/** Messenger's sign-in page, 2020. */
export const messengerForm = `<html><body><form id="login_form" action="/login/password/" method="post"><input name="email"><input name="pass" type="password"></form></body></html>`;

/** Instagram's start shell, 2026. Names of error modules stand in it as fallbacks. */
export const instagramShell = `<!doctype html><html lang="de"><head><link href="https://static.cdninstagram.com/rsrc.php/a.css" rel="stylesheet"></head><body><div id="splash-screen"></div>
  <script type="application/json">{"__dr":"PolarisErrorRoot.react","tracePolicy":"polaris.loginPage"}</script></body></html>`;

/** Instagram's error page served with 200, 2025. */
export const instagramError = `<!doctype html><html><head><link href="https://static.cdninstagram.com/rsrc.php/a.css" rel="stylesheet"></head><body>
  <script type="application/json">{"__dr":"PolarisErrorRoot.react","tracePolicy":"polaris.httpErrorPage"}</script></body></html>`;

/** X's start shell, 2025: its words of an error stand there before any script has run. */
export const xShell = `<!DOCTYPE html><html dir="ltr" lang="en"><head><link rel="preconnect" href="//abs.twimg.com" /><link rel="mask-icon" href="https://abs.twimg.com/a.svg"></head><body><noscript><div class="errorContainer"><h1>…</h1></div></noscript>
  <div id="react-root"></div><div id="ScriptLoadFailure"><span>Something went wrong, but don’t fret</span></div><script src="https://abs.twimg.com/responsive-web/client-web/main.js"></script></body></html>`;

/** WhatsApp Web's start page, 2026. */
export const whatsappShell = `<!DOCTYPE html><html id="whatsapp-web" lang="en"><head><link rel="shortcut icon" href="https://static.whatsapp.net/a.webp"></head><body><div id="wa_web_initial_startup"></div></body></html>`;

/** Threads' start shell, 2025. */
export const threadsShell = `<!DOCTYPE html><html class="_9dls" lang="en"><head><script src="https://static.cdninstagram.com/rsrc.php/a.js"></script></head><body></body></html>`;

/** What a network's own portal answers in a service's place. */
export const portal = `<html><head><title>Welcome</title></head><body><form action="/accept"><input type="text" name="room"></form></body></html>`;
