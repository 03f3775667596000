import type { Observation } from '../../model/observation.ts';
import type { ServiceFacts } from '../facts/service-facts.ts';

type OfService = Exclude<Observation, { service: null }>;

/** What an observation means for getting in again. */
export type Meaning = 'signed-in' | 'success' | 'another-account' | 'trouble' | 'nothing';

/** The meaning of one observation of the incident's service; `facts` are those after it. */
export const meaningOf = (seen: OfService, facts: ServiceFacts): Meaning => {
  switch (seen.kind) {
    case 'session':
      if (seen.change === 'ended') return 'trouble';
      return facts.otherAccount ? 'another-account' : 'signed-in';
    case 'login':
      if (seen.outcome !== 'accepted') return 'trouble';
      return facts.otherAccount ? 'another-account' : 'signed-in';
    case 'page':
      if (seen.page === 'home') return facts.otherAccount ? 'another-account' : 'success';
      // A sign-in page beside a person who is in was told late.
      if (seen.page === 'login' && facts.signedIn === true) return 'nothing';
      return seen.page === 'two-factor' || seen.page === 'public' ? 'nothing' : 'trouble';
    case 'request':
      if (seen.outcome === 'client-error') return 'nothing';
      if (seen.outcome !== 'ok') return 'trouble';
      if (facts.otherAccount) return 'another-account';
      // While pages fail, an answering front door is no sign that the service works (see `absorb-request`).
      return seen.purpose === 'probe' && facts.failsInside ? 'nothing' : 'success';
    default:
      return 'nothing';
  }
};
