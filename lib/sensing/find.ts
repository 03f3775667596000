const { prototype } = Document;

/** The first element for a selector. By the prototype: an element named like a method must not stand in for it. */
export const findOne = (document: Document, selector: string): Element | null =>
  prototype.querySelector.call(document, selector);

/** All elements for a selector, as above. */
export const findAll = (document: Document, selector: string): Element[] => [
  ...prototype.querySelectorAll.call(document, selector),
];
