import type { PageKind } from '../model/page-kind.ts';
import type { KnownServiceId } from '../model/service-id.ts';

/** How sure a fact is: A vendor or running client, B several independent sources, C one, U unverified. */
export type Grade = 'A' | 'B' | 'C' | 'U';

/**
 * Layers of page marks, the surest first. `document`: the whole document is one static page, whatever the address.
 * `data`: what the service's own inline scripts say. A lower layer never outvotes a higher one, it only refines it.
 */
export const MARK_LAYERS = ['document', 'address', 'data', 'form', 'role', 'id', 'text'] as const;
export type MarkLayer = (typeof MARK_LAYERS)[number];

/**
 * Where on its site a page stands. `quiet` is an address whose page says nothing of the session or the account
 * (recovery, consent, sign-up); `elsewhere` is where others write.
 */
export const REGIONS = ['front', 'sign-in', 'security', 'quiet', 'elsewhere'] as const;
export type Region = (typeof REGIONS)[number];

export type InlineSession = 'signed-in' | 'signed-out';

/**
 * A sign that a page is of a kind. Every condition that is given must hold. And whatever the mark: a page in which
 * others' writing stands is never anything but `home` or `public`, save for what a dialog of the service says.
 */
export interface PageMark {
  readonly id: string;
  readonly kind: PageKind;
  readonly layer: MarkLayer;
  /** The year it was last seen on a real page. */
  readonly seen: number;
  readonly grade: Grade;
  /** Regions where it counts; everywhere when left out. */
  readonly on?: readonly Region[];
  /** On `location.pathname + location.search`. */
  readonly path?: RegExp;
  readonly notPath?: RegExp;
  /** What the page's own data say of the session. */
  readonly session?: InlineSession;
  /** These words stand in the page's own inline data. */
  readonly inline?: string;
  /** The visible text of the page is short: nothing that others wrote stands around it. */
  readonly short?: true;
  /** The service itself made the document (false: somebody on the way did). */
  readonly own?: boolean;
  /** A visible element. */
  readonly select?: string;
  /** No such element, visible or not. */
  readonly without?: string;
  /** On a sentence, normalised. `elsewhere` only headings of short pages count, unless the document is foreign. */
  readonly phrase?: RegExp;
  /** The sentence may also be the first words of a small dialog. */
  readonly dialog?: true;
}

/** All that is known of a service's pages. */
export interface ServicePages {
  readonly service: KnownServiceId;
  /** Hosts where the addresses below have their meaning; other hosts of the service are not looked at. */
  readonly mainHosts: RegExp;
  /** Tests on path and query; the first that fits, in this order, is taken. */
  readonly regions: {
    readonly quiet: RegExp;
    readonly front: RegExp;
    readonly 'sign-in': RegExp;
    readonly security: RegExp;
  };
  /** An element that only the service's own documents have. */
  readonly own: string;
  /**
   * Keys of the page's own data whose value names who is signed in, the surest first: a number or `true` is somebody,
   * 0, `null` or `false` nobody.
   */
  readonly sessionSigns: readonly string[];
  readonly marks: readonly PageMark[];
}
