import { evidence, type Extractor } from '../evidence.ts';
import { ANSWERS_ARE } from '../numbers/answers.ts';

/** What the person said: of each question the last yes or no. */
export const answers: Extractor = ({ facts }, found) => {
  for (const [question, answer] of facts.answers) found.push(evidence(ANSWERS_ARE[question][answer]));
};
