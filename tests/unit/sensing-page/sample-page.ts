import type { PageKind } from '../../../lib/model/page-kind.ts';
import { classifyPage } from '../../../lib/sensing/classify-page.ts';
import type { PageSnapshot } from '../../../lib/sensing/page-snapshot.ts';
import type { MarkLayer, PageMark } from '../../../lib/services/page-mark.ts';

/** A mark of this kind that asks for nothing but what is said. */
export const mark = (kind: PageKind, layer: MarkLayer, more: Partial<PageMark> = {}): PageMark => ({
  id: `${layer}.${kind}`,
  kind,
  layer,
  seen: 2024,
  grade: 'A',
  ...more,
});

/** A page on which these marks are found. */
export const snapshot = (marks: readonly PageMark[], more: Partial<PageSnapshot> = {}): PageSnapshot => ({
  region: 'elsewhere',
  path: '/',
  own: true,
  others: false,
  session: null,
  inline: [],
  short: true,
  sentences: [],
  marks,
  ...more,
});

/** What a page with these marks is taken for. */
export const kindOf = (...marks: readonly PageMark[]) => classifyPage(snapshot(marks)).page;
