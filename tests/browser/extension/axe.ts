import axe from 'axe-core';
import type { Tab } from '../harness/browser-under-test.ts';

/** The library's own text as a function, which the harness calls in the page: no page lets itself be given a script. */
const INSTALL = new Function(axe.source) as () => void;

/** What axe finds wrong on a page: WCAG 2.2 A and AA and its best practices, as `rule: elements`. */
export const violationsOn = async (page: Tab): Promise<string[]> => {
  await page.evaluate(INSTALL);
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await tool.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
};
