import type { Evidence, Extractor, Scene } from './evidence.ts';
import { answers } from './extractors/answers.ts';
import { feed } from './extractors/feed.ts';
import { linkedServices } from './extractors/linked-services.ts';
import { network } from './extractors/network.ts';
import { pages } from './extractors/pages.ts';
import { requests } from './extractors/requests.ts';
import { sessionEnd } from './extractors/session-end.ts';
import { signIn } from './extractors/sign-in.ts';

/** One family of evidence each. A new kind of evidence is a line in one of these, or a new file and a line here. */
const EXTRACTORS: readonly Extractor[] = [
  sessionEnd,
  pages,
  signIn,
  requests,
  network,
  feed,
  linkedServices,
  answers,
];

/** Everything that speaks for or against a cause at this moment. Each kind occurs at most once. */
export const collectEvidence = (scene: Scene): readonly Evidence[] => {
  const found: Evidence[] = [];
  for (const extract of EXTRACTORS) extract(scene, found);
  return found;
};
