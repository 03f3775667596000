/** A country or a part of one as ISO 3166 writes them (`FR`, `US-CA`); edges also use `XX` and `T1`. */
const REGION = /^[A-Z][A-Z0-9](?:-[A-Z0-9]{1,3})?$/;

/** The region as it is counted; null for none and for anything that is no region's name. */
export const regionName = (text: string | null): string | null =>
  text !== null && text.length <= 6 && REGION.test(text) ? text : null;
