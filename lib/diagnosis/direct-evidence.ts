import type { ServiceFacts } from './facts/service-facts.ts';

/** "Your password was changed" stands until the person says that they changed it. */
export const oldPasswordStands = ({ signs, answers }: ServiceFacts): boolean =>
  signs.has('page:old-password') && answers.get('changed-password-yourself') !== 'yes';

/** "Your contact was changed" stands until the person says that they changed it. */
export const contactChangedStands = ({ signs, answers }: ServiceFacts): boolean =>
  signs.has('page:contact-changed') && answers.get('changed-contact-yourself') !== 'yes';

/**
 * Whether direct evidence of a break-in stands (rule S1): an old password or a changed contact that the person did
 * not own up to, an unrecognised security mail, posts that are not theirs, or a password refused twice and on
 * another device too by a healthy service, which they did not change.
 */
export const directEvidenceStands = (facts: ServiceFacts): boolean =>
  facts.refusedEverywhere ||
  facts.answers.get('security-email-unrecognised') === 'yes' ||
  facts.answers.get('posts-or-messages-not-yours') === 'yes' ||
  oldPasswordStands(facts) ||
  contactChangedStands(facts);
