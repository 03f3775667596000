import type { PageTexts } from './page-texts.ts';

/** A space before a colon or question mark is one that does not break. */
export const fr: PageTexts = {
  language: 'Français',
  switchTo: 'Langue',
  tagline: 'Est-ce eux, ou est-ce vous ?',
  headline: {
    down: (services, count) => (count === 1 ? `${services} est en panne.` : `${services} sont en panne.`),
    trouble: (services) => `Quelques perturbations sur ${services}.`,
    calm: 'Aucune perturbation connue.',
    nothingKnown: 'On ne sait rien pour l’instant.',
    noStatus: 'Il n’y a pas d’état à jour.',
  },
  advice: {
    signedOut: (services) =>
      `Déconnecté à l’instant (${services}) ? Beaucoup d’autres aussi, et de bons mots de passe peuvent être refusés. Attendez, et ne changez pas votre mot de passe : cela peut échouer aussi tant que la panne dure.`,
    signInWorks: (services) =>
      `Beaucoup ont été déconnectés (${services}) et peuvent se reconnecter aussitôt. Faites-le à l’adresse que vous connaissez, pas par un lien.`,
    calm: 'Si vous avez tout de même été déconnecté, cela ne concerne sans doute que vous ou quelques personnes : regardez les e‑mails de sécurité du service, si possible depuis un autre appareil.',
    noStatus:
      'Ce serveur n’a rien publié qui soit encore valable. On ne sait pas ici si les services fonctionnent.',
    noPhone: 'Meta n’a pas de numéro d’assistance. Ceux qui circulent ces jours-là sont des escroqueries.',
  },
  services: 'Services',
  others: 'Les autres',
  status: {
    operational: 'Fonctionne',
    degraded: 'Perturbations',
    outage: 'En panne',
    unknown: 'État inconnu',
  },
  since: 'depuis',
  forSoLong: (duration) => `soit ${duration}`,
  regional: 'dans certaines régions',
  raised: 'avec plus de signalements que d’ordinaire',
  reports: (count, duration) => `${count} signalements en ${duration}`,
  usual: (count) => `d’ordinaire ${count}`,
  tooFew: 'trop peu de signalements pour compter',
  ofReporters: 'Parmi ceux qui signalent',
  symptom: {
    'forced-logout': 'ont été déconnectés',
    'sign-in-rejected': 'ont vu leur connexion refusée',
    'sign-in-works': 'ont pu se reconnecter aussitôt',
    errors: 'ont vu une page d’erreur',
    unreachable: 'n’ont pas pu l’atteindre',
    'suspended-notice': 'ont lu que leur compte est suspendu',
  },
  curve: {
    title: (duration) => `Signalements, ${duration}`,
    most: (count) => `max. ${count} en 10 min`,
    now: 'maintenant',
    label: ({ service, from, to, low, high, highAt, last }) =>
      `Signalements de problèmes avec ${service} par dix minutes, de ${from} à ${to} UTC : entre ${low} et ${high}, maximum à ${highAt}, actuellement ${last}.`,
    quiet: (service, from, to) =>
      `Signalements de problèmes avec ${service} de ${from} à ${to} UTC : toujours trop peu pour compter.`,
  },
  official: {
    source: (source) => `Page d’état officielle, ${source}`,
    without: {
      operational: 'Ne signale aucun problème.',
      degraded: 'Signale quelques perturbations.',
      outage: 'Signale une panne.',
      resolved: 'Dit qu’un problème est résolu.',
      unreachable: 'La page d’état officielle n’a pas pu être lue.',
    },
  },
  probes: (seen, all) => `Ce serveur a regardé sa page lui-même : vue ${seen} fois sur ${all}.`,
  fresh: {
    issued: 'Publié à',
    holds: 'vaut jusqu’à',
    last: 'Le dernier valait jusqu’à',
    reload: 'Rechargez la page pour en avoir un plus récent.',
  },
  unknowable: {
    title: 'Ce que cette page ne peut pas savoir',
    points: [
      [
        'Votre compte.',
        'Même pendant une panne, quelqu’un peut s’être emparé d’un compte : un e‑mail sur un changement que vous n’avez pas fait compte plus que cette page.',
      ],
      [
        'Les problèmes limités ou locaux.',
        'Les signalements viennent de personnes qui ont choisi d’en envoyer, et moins de 20 réseaux ne sont pas comptés.',
      ],
      [
        'Ce qu’un service garde pour lui.',
        'Les pages officielles tardent souvent, et Facebook et Instagram n’en ont pas pour ceux qui s’en servent.',
      ],
      ['Votre propre connexion.', 'Elle peut manquer, ou quelqu’un peut y bloquer le service.'],
    ],
  },
  files: { title: 'Pour les programmes :', feed: 'Fichier signé', keys: 'Clés' },
  sequence: (sequence) => `N° ${sequence}`,
  privacy: 'Ni script, ni cookie. Aucune adresse de ceux qui lisent ou signalent n’est gardée.',
};
