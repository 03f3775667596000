import type { EvidenceKind } from '../../model/evidence.ts';
import { counted, type TimelessExtractor } from '../evidence.ts';
import { contactChangedStands, oldPasswordStands } from '../direct-evidence.ts';
import type { Sign } from '../facts/signs.ts';

const PAGES: ReadonlyMap<Sign, EvidenceKind> = new Map<Sign, EvidenceKind>([
  ['page:session-expired', 'session-expired-page'],
  ['page:unusual-login', 'unusual-login-page'],
  ['page:checkpoint', 'checkpoint-page'],
  ['page:two-factor', 'two-factor-page'],
  ['page:locked', 'locked-page'],
  ['page:suspended', 'suspended-page'],
  ['page:rate-limited', 'rate-limited-page'],
  ['page:error', 'error-page'],
  ['page:unavailable', 'unavailable-page'],
  ['page:storage-lost', 'storage-lost-page'],
  ['page:blocked', 'blocked-page'],
]);

/** What the service's pages say. A sign-in page counts only where there was a session to lose. */
export const pages: TimelessExtractor = ({ facts }, found) => {
  const { signs, answers } = facts;
  const login = signs.get('page:login') ?? signs.get('page:public');
  if (login && (signs.has('session-lost') || answers.get('was-signed-in') === 'yes'))
    found.push(counted('login-page', login));
  for (const [sign, sighting] of signs) {
    const kind = PAGES.get(sign);
    if (kind) found.push(counted(kind, sighting));
  }
  const old = signs.get('page:old-password');
  if (old && oldPasswordStands(facts)) found.push(counted('old-password-page', old));
  const contact = signs.get('page:contact-changed');
  if (contact && contactChangedStands(facts)) found.push(counted('contact-changed-page', contact));
};
