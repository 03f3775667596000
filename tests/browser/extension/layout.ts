import type { Tab } from '../harness/browser-under-test.ts';

/** How far a page is wider than its window, in CSS pixels; 0 when nothing is to be scrolled sideways. */
export const sidewaysScroll = (page: Tab): Promise<number> =>
  page.evaluate(() => {
    const regions = [document.documentElement, ...document.querySelectorAll('main')];
    return Math.max(...regions.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });

/**
 * Everything that can be used on a page, as words, in the order in which it stands. Of a group of radio buttons the
 * chosen one: the Tab key stops there, and arrows lead to the others.
 */
const reachable = (): string[] => {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]',
  );
  return [...all]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !one.matches('input[type="radio"]:not(:checked)'))
    .map((one, place) => {
      one.setAttribute('data-place', String(place));
      return `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40)}`;
    });
};

/** Goes through a page with the Tab key: what could not be reached, and what did not show that it has the focus. */
export const walkByKeyboard = async (page: Tab): Promise<{ missed: string[]; unmarked: string[] }> => {
  const names = await page.evaluate(reachable);
  const met = new Set<number>();
  const marks = new Set<number>();
  // More presses than there are places: a date takes several, and the first may begin outside of the document.
  for (let press = 0; press < 2 * names.length + 12 && met.size < names.length; press += 1) {
    await page.press('Tab');
    const { place, marked } = await page.evaluate(() => {
      const focused = document.activeElement ?? document.body;
      const isMarked = (part?: string): boolean => {
        const { outlineStyle, outlineWidth } = getComputedStyle(focused, part);
        return outlineStyle !== 'none' && outlineWidth !== '0px';
      };
      // Where a whole row is a link, the row carries the mark.
      const marked = isMarked() || isMarked('::after');
      return { place: Number(focused.getAttribute('data-place') ?? -1), marked };
    });
    if (place < 0) continue;
    met.add(place);
    if (marked) marks.add(place);
  }
  return {
    missed: names.filter((_, place) => !met.has(place)),
    unmarked: names.filter((_, place) => met.has(place) && !marks.has(place)),
  };
};
