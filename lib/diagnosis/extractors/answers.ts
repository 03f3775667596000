import { evidence, type TimelessExtractor } from '../evidence.ts';
import { ANSWERS_ARE } from '../numbers/answers.ts';

/**
 * What the person said: of each question the last yes or no. Whether they changed their contact tells something
 * only where a page said that it was changed.
 */
export const answers: TimelessExtractor = ({ facts }, found) => {
  for (const [question, answer] of facts.answers) {
    if (question === 'changed-contact-yourself' && !facts.signs.has('page:contact-changed')) continue;
    found.push(evidence(ANSWERS_ARE[question][answer]));
  }
};
