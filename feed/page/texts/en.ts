import type { PageTexts } from './page-texts.ts';

export const en: PageTexts = {
  language: 'English',
  switchTo: 'Language',
  tagline: 'Is it them, or is it you?',
  headline: {
    down: (services, count) => (count === 1 ? `${services} is down.` : `${services} are down.`),
    trouble: (services) => `Some trouble with ${services}.`,
    calm: 'No known trouble.',
    nothingKnown: 'Nothing is known right now.',
    noStatus: 'There is no current status.',
  },
  advice: {
    signedOut: (services) =>
      `Signed out of ${services} just now? So were many others, and right passwords may be refused. Wait, and don’t reset your password: that can fail too while it lasts.`,
    signInWorks: (services) =>
      `Many were signed out of ${services} and can sign in again at once. Do so at the address that you know, not through a link.`,
    calm: 'If you were signed out all the same, it probably concerns only you or a few: look at the service’s security emails, from another device if you can.',
    noStatus:
      'This server has published nothing that still holds. Whether the services work is not known here.',
    noPhone: 'Meta has no support phone number. Numbers that turn up on such days are fraud.',
  },
  services: 'Services',
  others: 'The others',
  status: {
    operational: 'Works',
    degraded: 'Some trouble',
    outage: 'Down',
    unknown: 'Not known',
  },
  since: 'since',
  forSoLong: (duration) => `for ${duration}`,
  regional: 'in some regions',
  raised: 'with more reports than usual',
  reports: (count, duration) => `${count} reports in ${duration}`,
  usual: (count) => `usually ${count}`,
  tooFew: 'too few reports to count',
  ofReporters: 'Of those who report',
  symptom: {
    'forced-logout': 'were signed out',
    'sign-in-rejected': 'had their sign-in refused',
    'sign-in-works': 'could sign in again at once',
    errors: 'saw an error page',
    unreachable: 'could not reach it',
    'suspended-notice': 'were told that their account is suspended',
  },
  curve: {
    title: (duration) => `Reports, last ${duration}`,
    most: (count) => `most: ${count} in 10 min`,
    now: 'now',
    label: ({ service, from, to, low, high, highAt, last }) =>
      `Reports of trouble with ${service} in each ten minutes from ${from} to ${to} UTC: between ${low} and ${high}, most at ${highAt}, now ${last}.`,
    quiet: (service, from, to) =>
      `Reports of trouble with ${service} from ${from} to ${to} UTC: always too few to count.`,
  },
  official: {
    source: (source) => `Official status page, ${source}`,
    without: {
      operational: 'Names no problem.',
      degraded: 'Names some trouble.',
      outage: 'Names an outage.',
      resolved: 'Says that a problem was solved.',
      unreachable: 'The official status page could not be read.',
    },
  },
  probes: (seen, all) => `This server’s own looks at its page: ${seen} of ${all} saw it.`,
  fresh: {
    issued: 'Issued at',
    holds: 'holds until',
    last: 'The last one held until',
    reload: 'Reload the page for a newer one.',
  },
  unknowable: {
    title: 'What this page cannot know',
    points: [
      [
        'Your account.',
        'While a service is down, someone can still have taken an account: an email about a change that you did not make counts more than this page.',
      ],
      [
        'Small or local trouble.',
        'Reports come from people who chose to send them, and fewer than 20 networks are not counted.',
      ],
      [
        'What a service keeps to itself.',
        'Official pages are often late, and Facebook and Instagram have none for the people who use them.',
      ],
      ['Your own connection.', 'It may fail, or somebody on it may block the service.'],
    ],
  },
  files: { title: 'For programs:', feed: 'Signed feed', keys: 'Keys' },
  sequence: (sequence) => `No. ${sequence}`,
  privacy: 'No script, no cookie. No address of those who read or report is kept.',
};
