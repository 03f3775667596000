/**
 * A question serves to say what is true. So an answer is worth how much likelier what is said becomes to be true, and a
 * break-in that is named counts as much as ten other causes: overlooking it is what must not happen. (More would have
 * people asked about stolen accounts first and always, though these are rare.)
 */
export const BREAK_IN_COUNTS = 10;

/** What is learned without being said yet (nats) counts a hundredth: it decides between questions that change nothing. */
export const UNSAID_COUNTS = 0.01;
