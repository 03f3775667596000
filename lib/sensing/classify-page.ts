import type { PageKind } from '../model/page-kind.ts';
import { MARK_LAYERS } from '../services/page-mark.ts';
import { saysSo } from './mark-conditions.ts';
import type { PageSnapshot } from './page-snapshot.ts';

export interface Classification {
  /** Null when it cannot be told. */
  readonly page: PageKind | null;
  /** Ids of the marks that matched. */
  readonly marks: readonly string[];
}

const TROUBLE = ['session-expired', 'unavailable', 'error', 'rate-limited', 'storage-lost'];
const CHALLENGE = ['two-factor', 'unusual-login', 'contact-changed', 'locked', 'suspended'];

/** What a kind can turn out to be on a closer look. Nothing else overrules it. */
const REFINED_BY: Partial<Record<PageKind, readonly string[]>> = {
  home: TROUBLE,
  public: [...TROUBLE, 'login'],
  login: [...TROUBLE, ...CHALLENGE, 'checkpoint', 'wrong-password', 'old-password'],
  checkpoint: CHALLENGE,
  'wrong-password': ['old-password'],
  'unusual-login': ['locked'],
  error: ['unavailable'],
};

const refines = (general: PageKind, special: PageKind): boolean => !!REFINED_BY[general]?.includes(special);

/** The one kind that all others of a layer lead to; null where they contradict each other. */
const agreed = (kinds: readonly PageKind[]): PageKind | null =>
  kinds.find((kind) => kinds.every((other) => other === kind || refines(other, kind))) ?? null;

/**
 * What kind of page this is, by the service's marks: the highest layer that says anything decides, lower ones may
 * only refine it. Where marks of one layer contradict each other nothing is claimed: the right kind or none.
 */
export const classifyPage = (snapshot: PageSnapshot): Classification => {
  const matched = snapshot.marks.filter((mark) => saysSo(mark, snapshot));
  const marks = matched.map(({ id }) => id);
  let page: PageKind | null = null;
  for (const layer of MARK_LAYERS) {
    const kinds = matched.filter((mark) => mark.layer === layer).map(({ kind }) => kind);
    if (kinds.length === 0) continue;
    const next = agreed(kinds);
    if (page === null && next === null) return { page: null, marks };
    if (next !== null && (page === null || refines(page, next))) page = next;
    if (layer === 'document') break;
  }
  return { page, marks };
};
