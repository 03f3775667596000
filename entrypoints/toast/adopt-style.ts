/**
 * Gives a shadow root its style. A constructed sheet is not subject to the page's content security policy; where a
 * content script may not adopt one, a style element is tried, which the policy of a strict page may refuse: then the
 * words stand there plainly, which is better than not at all.
 */
export const adoptStyle = (root: ShadowRoot, css: string): void => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const element = document.createElement('style');
    element.textContent = css;
    root.prepend(element);
  }
};
