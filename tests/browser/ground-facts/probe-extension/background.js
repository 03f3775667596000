/* Writes down what the browser tells an extension, and does on request what an extension can do. */
const log = [];
const watched = { urls: ['https://*.facebook.com/*'], types: ['main_frame', 'xmlhttprequest'] };

chrome.cookies.onChanged.addListener(({ cookie, removed, cause }) => {
  log.push({ event: 'cookie', name: cookie.name, removed, cause });
});
chrome.webRequest.onErrorOccurred.addListener(({ url, error, tabId }) => {
  log.push({ event: 'error', url, error, ownFetch: tabId === -1 });
}, watched);
chrome.webRequest.onCompleted.addListener(({ url, statusCode }) => {
  log.push({ event: 'completed', url, status: statusCode });
}, watched);
const onHeaders = ({ url, responseHeaders = [] }) => {
  const values = responseHeaders
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    .map(({ value }) => value);
  log.push({
    event: 'headers',
    url,
    setCookieHeaders: values.length,
    names: values.flatMap((value) => value.split('\n').map((line) => line.split('=')[0])),
  });
};
chrome.webRequest.onHeadersReceived.addListener(onHeaders, watched, ['responseHeaders']);
let extraHeaders = 'allowed';
try {
  const unused = () => {};
  chrome.webRequest.onHeadersReceived.addListener(unused, watched, ['responseHeaders', 'extraHeaders']);
  chrome.webRequest.onHeadersReceived.removeListener(unused);
} catch {
  extraHeaders = 'throws';
}

const deeds = {
  take: () => log.splice(0),
  facts: () => ({
    browserGlobal: typeof globalThis.browser,
    sameObject: globalThis.browser === globalThis.chrome,
    extraHeaders,
  }),
  fetch: ({ url }) => fetch(url).then(({ status }) => status, String),
  fetchWithLimit: ({ url, limit }) =>
    fetch(url, { signal: AbortSignal.timeout(limit) }).then(
      ({ status }) => status,
      ({ name }) => name,
    ),
  removeCookie: ({ url, name }) => chrome.cookies.remove({ url, name }).then(() => true),
  clearAllCookies: () => chrome.browsingData.remove({}, { cookies: true }).then(() => true),
  fail: () => {
    setTimeout(() => {
      throw new Error('thrown by the probe');
    });
    return true;
  },
};

chrome.runtime.onMessage.addListener((message, _sender, respond) => {
  if (message?.answerBy === 'promise') return Promise.resolve('by promise');
  if (message?.answerBy === 'callback') {
    setTimeout(() => respond('by callback'), 10);
    return true;
  }
  const deed = deeds[message?.deed];
  if (!deed) return undefined;
  Promise.resolve(deed(message)).then(respond);
  return true;
});
