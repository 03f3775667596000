import type { EvidenceKind } from '../../model/evidence.ts';
import type { Question } from '../../model/question.ts';
import type { Likelihood } from './row.ts';

/** What a question's answers are as evidence, and P(yes | cause) and P(no | cause); the rest are unsure. */
export interface AnswerNumbers {
  readonly yes: EvidenceKind;
  readonly no: EvidenceKind;
  readonly saysYes: Likelihood;
  readonly saysNo: Likelihood;
}

/**
 * People know what they did themselves, and forget some of it. Direct signs of a break-in
 * (`security-email-unrecognised`, `posts-or-messages-not-yours`) are all but never claimed without reason.
 */
export const ANSWERS_ARE = {
  'changed-password-yourself': {
    yes: 'changed-password-yourself',
    no: 'did-not-change-password',
    // In an outage people reset their password in vain.
    saysYes: { 'signed-out': 0.45, outage: 0.03, 'account-locked': 0.02, rest: 0.01 },
    saysNo: { 'signed-out': 0.5, rest: 0.94 },
  },
  'changed-contact-yourself': {
    yes: 'changed-contact-yourself',
    no: 'did-not-change-contact',
    // Counted only where a page said that the contact was changed. A yes withdraws that page, which is its weight;
    // what is left points at the person's own doing, and nowhere else: they were about their account's settings.
    saysYes: { 'signed-out': 0.4, rest: 0.02 },
    saysNo: { 'account-compromise': 0.9, rest: 0.5 },
  },
  'logged-out-everywhere-yourself': {
    yes: 'logged-out-everywhere-yourself',
    no: 'did-not-log-out-everywhere',
    saysYes: { 'signed-out': 0.5, 'account-compromise': 0.015, rest: 0.008 },
    saysNo: { 'signed-out': 0.45, rest: 0.94 },
  },
  'cleared-browser-data': {
    yes: 'cleared-data-yourself',
    no: 'did-not-clear-data',
    saysYes: { 'browser-cleared': 0.6, rest: 0.02 },
    // Cleaners and settings do it without being asked.
    saysNo: { 'browser-cleared': 0.3, rest: 0.9 },
  },
  'security-email-unrecognised': {
    yes: 'security-email-unrecognised',
    no: 'no-security-email',
    saysYes: { 'account-compromise': 0.6, 'account-locked': 0.004, rest: 0.0004 },
    // Every change makes a mail; a thief who took the mailbox, or one not read yet, makes it unseen.
    saysNo: { 'account-compromise': 0.3, rest: 0.9 },
  },
  'posts-or-messages-not-yours': {
    yes: 'posts-not-yours',
    no: 'no-strange-posts',
    saysYes: { 'account-compromise': 0.4, 'account-locked': 0.004, rest: 0.0003 },
    saysNo: { 'account-compromise': 0.45, rest: 0.85 },
  },
  'works-on-another-device': {
    yes: 'works-on-another-device',
    no: 'fails-on-another-device',
    // In 2024-03-05 the phone was out too; on 2026-06-12 apps partly worked while the sites were down.
    saysYes: {
      outage: 0.15,
      'security-reset': 0.2,
      'account-compromise': 0.2,
      'account-locked': 0.06,
      'rate-limited': 0.4,
      'session-expired': 0.85,
      'signed-out': 0.6,
      'browser-cleared': 0.88,
      network: 0.55,
    },
    saysNo: {
      outage: 0.75,
      'security-reset': 0.6,
      'account-compromise': 0.6,
      'account-locked': 0.8,
      'rate-limited': 0.3,
      'session-expired': 0.06,
      'signed-out': 0.2,
      'browser-cleared': 0.03,
      network: 0.25,
    },
  },
  'contacts-also-affected': {
    yes: 'contacts-affected',
    no: 'contacts-not-affected',
    saysYes: { outage: 0.7, 'security-reset': 0.5, network: 0.06, rest: 0.015 },
    saysNo: { outage: 0.06, 'security-reset': 0.15, network: 0.4, rest: 0.5 },
  },
  'was-signed-in': {
    yes: 'was-signed-in',
    no: 'was-not-signed-in',
    saysYes: {
      outage: 0.75,
      network: 0.7,
      'rate-limited': 0.6,
      'account-locked': 0.75,
      'account-compromise': 0.85,
      'signed-out': 0.65,
      rest: 0.93,
    },
    // Never signed in here: nothing was taken away, so causes that end a session cannot be it.
    saysNo: {
      outage: 0.2,
      network: 0.25,
      'rate-limited': 0.3,
      'account-locked': 0.18,
      'account-compromise': 0.08,
      'signed-out': 0.3,
      rest: 0.02,
    },
  },
} as const satisfies Record<Question, AnswerNumbers>;

/** The evidence kinds that are answers. */
export type AnswerEvidence = (typeof ANSWERS_ARE)[Question]['yes' | 'no'];
