import { CONFIDENT_FROM, FALSE_ACCUSATION, FALSE_REASSURANCE, LIKELY_FROM } from '../diagnosis/index.ts';

/** The numbers that the page on the method tells. They are the engine's own; tests hold those that are rounded. */
export const METHOD_NUMBERS = {
  /** Certainty in words: from these probabilities on. */
  confidentFrom: CONFIDENT_FROM,
  likelyFrom: LIKELY_FROM,
  /** How much dearer it is to calm somebody who is being robbed than to alarm somebody who is not. */
  dearer: Math.round(FALSE_REASSURANCE.outage / FALSE_ACCUSATION),
  /** Of so many sign-outs without any other sign, so many are a break-in: what the engine believes lies between. */
  breakIns: { low: 1, high: 3, of: 1000 },
} as const;
