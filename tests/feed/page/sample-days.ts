import type { FeedEntry, FeedPayload } from '../../../lib/model/feed.ts';
import { calmEntry, samplePayload } from '../../platform/feed/sample-payload.ts';

/** 5 March 2024, 15:24:10 UTC: 24 minutes after the beginning. */
export const NOW = Date.UTC(2024, 2, 5, 15, 24, 10);

const quiet = [
  0, 0, 0, 20, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 30, 20, 0, 0, 0, 0,
];

const well = (curve: readonly number[] = [...quiet, 0, 0, 20, 0, 0]): FeedEntry => ({
  ...calmEntry(),
  curve: [...curve],
});

export const calmDay = (now = NOW): FeedPayload =>
  samplePayload(now - 12_000, 1_709_652_238, {
    facebook: well(),
    instagram: well(),
    messenger: well(),
    threads: {
      ...well(),
      official: { source: 'metastatus', status: 'operational', text: null, url: null, at: null },
    },
    whatsapp: well(),
    x: well(),
    'whatsapp-business': { ...calmEntry(), status: 'unknown', confidence: 0, probes: null },
  });

/** Sign-in fails at Meta: Facebook and Messenger throw people out, Instagram errs, Threads has some trouble. */
export const outageDay = (now = NOW): FeedPayload =>
  samplePayload(now - 12_000, 1_709_652_238, {
    facebook: {
      status: 'outage',
      confidence: 0.98,
      since: '2024-03-05T15:00:00Z',
      scope: 'global',
      symptoms: {
        'forced-logout': 0.81,
        'sign-in-rejected': 0.44,
        errors: 0.2,
        'sign-in-works': 0.01,
        unreachable: 0.03,
      },
      reports: { windowSeconds: 600, count: 4200, expected: 11.7, reporters: 4100 },
      official: {
        source: 'metastatus',
        status: 'outage',
        text: 'We are aware of an issue impacting Facebook Login. Our engineering teams are actively looking to resolve the issue as quickly as possible.',
        url: 'https://metastatus.com/facebook-login',
        at: '2024-03-05T15:17:00Z',
      },
      probes: { ok: 5, failed: 0 },
      curve: [...quiet, 20, 0, 180, 2900, 4200],
    },
    instagram: {
      status: 'outage',
      confidence: 0.93,
      since: '2024-03-05T15:02:00Z',
      scope: 'global',
      symptoms: { errors: 0.72, 'forced-logout': 0.12 },
      reports: { windowSeconds: 600, count: 610, expected: 6.2, reporters: 600 },
      official: null,
      probes: { ok: 1, failed: 4 },
      curve: [...quiet, 0, 20, 20, 340, 610],
    },
    messenger: {
      status: 'degraded',
      confidence: 0.8,
      since: '2024-03-05T15:04:00Z',
      scope: 'regional',
      symptoms: { 'forced-logout': 0.66, unreachable: 0.24 },
      reports: { windowSeconds: 600, count: 210, expected: 3.1, reporters: 200 },
      official: { source: 'metastatus', status: 'unreachable', text: null, url: null, at: null },
      probes: { ok: 4, failed: 1 },
      curve: [...quiet, 0, 0, 20, 120, 210],
    },
    threads: {
      ...calmEntry(),
      symptoms: { errors: 0.9 },
      reports: { windowSeconds: 600, count: 40, expected: 2.4, reporters: 40 },
      curve: [...quiet, 0, 0, 0, 20, 40],
    },
    whatsapp: well(),
    x: well(),
    'whatsapp-business': {
      ...calmEntry(),
      official: {
        source: 'metastatus',
        status: 'resolved',
        text: 'The delays in sending messages are over.',
        url: 'https://metastatus.com/whatsapp-business-api',
        at: '2024-03-05T11:40:00Z',
      },
    },
  });
