import type { KnownServiceId } from '../../lib/model/service-id.ts';
import type { PageParts } from './read-tags.ts';

/** A sign in a page as it is delivered, before any script has run; the same in every language. */
export interface PageMark {
  readonly tag?: string;
  /** The attribute and a pattern that its value fits; all must fit. */
  readonly attributes?: Readonly<Record<string, RegExp>>;
  /** These characters stand in one of the page's scripts. */
  readonly inline?: string;
}

export interface PageMarks {
  /** The year in which the marks were last seen on a real page. */
  readonly seen: number;
  readonly frontDoor: string;
  readonly signIn: string | null;
  /** Any of them: the service itself made this page. */
  readonly own: readonly PageMark[];
  /** Any of them: the form to sign in with. Empty where the form only comes with scripts. */
  readonly form: readonly PageMark[];
  /** All of one list: the service's own error page. */
  readonly error: readonly (readonly PageMark[])[];
}

const loads = (host: string): readonly PageMark[] => {
  const there = new RegExp(`^(?:https:)?//[a-z0-9.-]*\\b${host.replace('.', '\\.')}/`, 'i');
  return [
    { tag: 'script', attributes: { src: there } },
    { tag: 'link', attributes: { href: there } },
    { tag: 'img', attributes: { src: there } },
  ];
};

const PASSWORD: readonly PageMark[] = [
  { tag: 'input', attributes: { type: /^password$/i } },
  { tag: 'input', attributes: { name: /^pass$/ } },
];

/** 2020: ids; 2021 and later: a header, then one block. They load no scripts. */
const META_ERROR: PageMarks['error'] = [
  [
    { tag: 'h1', attributes: { id: /^sorry$/ } },
    { tag: 'p', attributes: { id: /^promise$/ } },
  ],
  [
    { tag: 'html', attributes: { id: /^facebook$/ } },
    { tag: 'div', attributes: { id: /^header$/ } },
    { tag: 'div', attributes: { class: /^core$/ } },
  ],
];

/** Services whose pages are known well enough to be judged from outside. */
export const PAGE_MARKS: Readonly<Partial<Record<KnownServiceId, PageMarks>>> = {
  facebook: {
    seen: 2026,
    frontDoor: 'https://www.facebook.com/',
    signIn: 'https://www.facebook.com/login/',
    own: loads('fbcdn.net'),
    // On mobile (2026) the form is delivered as data.
    form: [...PASSWORD, { inline: 'caa.login.login_homepage' }],
    error: META_ERROR,
  },
  messenger: {
    seen: 2024,
    frontDoor: 'https://www.messenger.com/',
    signIn: 'https://www.messenger.com/login/',
    own: loads('fbcdn.net'),
    form: [{ tag: 'form', attributes: { id: /^login_form$/ } }, ...PASSWORD],
    error: META_ERROR,
  },
  instagram: {
    seen: 2026,
    frontDoor: 'https://www.instagram.com/accounts/login/',
    signIn: null,
    own: [...loads('cdninstagram.com'), ...loads('fbcdn.net')],
    form: [],
    // Names of error modules stand in ordinary pages too: only the active route counts.
    error: [
      [{ inline: '"tracePolicy":"polaris.httpErrorPage"' }],
      [{ tag: 'body', attributes: { class: /(?:^|\s)p-error(?:\s|$)/ } }],
      ...META_ERROR,
    ],
  },
  threads: {
    seen: 2025,
    frontDoor: 'https://www.threads.com/login',
    signIn: null,
    own: [...loads('cdninstagram.com'), ...loads('fbcdn.net')],
    form: [],
    error: META_ERROR,
  },
  whatsapp: {
    seen: 2026,
    frontDoor: 'https://web.whatsapp.com/',
    signIn: null,
    own: [{ tag: 'html', attributes: { id: /^whatsapp-web$/ } }, ...loads('whatsapp.net')],
    form: [],
    error: META_ERROR,
  },
  x: {
    seen: 2025,
    frontDoor: 'https://x.com/i/flow/login',
    signIn: null,
    // "Something went wrong, but don't fret" stands in the start shell before any script has run: no sign of trouble.
    own: loads('twimg.com'),
    form: [],
    error: [],
  },
};

const fits = ({ tags, inline }: PageParts, mark: PageMark): boolean =>
  mark.inline === undefined
    ? tags.some(
        ({ name, attributes }) =>
          name === mark.tag &&
          Object.entries(mark.attributes ?? {}).every(([key, value]) => value.test(attributes[key] ?? '')),
      )
    : inline.includes(mark.inline);

/** Whether a page shows any of the marks. */
export const showsAny = (page: PageParts, marks: readonly PageMark[]): boolean =>
  marks.some((mark) => fits(page, mark));

/** Whether a page shows all marks of one of the lists. */
export const showsOneOf = (page: PageParts, lists: readonly (readonly PageMark[])[]): boolean =>
  lists.some((marks) => marks.length > 0 && marks.every((mark) => fits(page, mark)));
