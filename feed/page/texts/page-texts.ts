import type { FeedStatus, OfficialStatus, Symptom } from '../../../lib/model/feed.ts';

/** Everything that the status page says, in one language. Values come in formatted. */
export interface PageTexts {
  /** What the language calls itself. */
  readonly language: string;
  readonly switchTo: string;
  readonly tagline: string;
  readonly headline: {
    readonly down: (services: string, count: number) => string;
    readonly trouble: (services: string) => string;
    readonly calm: string;
    readonly nothingKnown: string;
    readonly noStatus: string;
  };
  readonly advice: {
    readonly signedOut: (services: string) => string;
    readonly signInWorks: (services: string) => string;
    readonly calm: string;
    readonly noStatus: string;
    readonly noPhone: string;
  };
  readonly services: string;
  readonly others: string;
  readonly status: Readonly<Record<FeedStatus, string>>;
  readonly since: string;
  readonly forSoLong: (duration: string) => string;
  readonly regional: string;
  /** Beside a service that works. */
  readonly raised: string;
  readonly reports: (count: string, duration: string) => string;
  readonly usual: (count: string) => string;
  readonly tooFew: string;
  readonly ofReporters: string;
  readonly symptom: Readonly<Record<Symptom, string>>;
  readonly curve: {
    readonly title: (duration: string) => string;
    readonly most: (count: string) => string;
    readonly now: string;
    readonly label: (values: {
      readonly service: string;
      readonly from: string;
      readonly to: string;
      readonly low: string;
      readonly high: string;
      readonly highAt: string;
      readonly last: string;
    }) => string;
    readonly quiet: (service: string, from: string, to: string) => string;
  };
  readonly official: {
    readonly source: (source: string) => string;
    readonly without: Readonly<Record<OfficialStatus, string>>;
  };
  readonly probes: (seen: string, all: string) => string;
  readonly fresh: {
    readonly issued: string;
    readonly holds: string;
    readonly last: string;
    readonly reload: string;
  };
  readonly unknowable: {
    readonly title: string;
    readonly points: readonly (readonly [what: string, why: string])[];
  };
  readonly files: { readonly title: string; readonly feed: string; readonly keys: string };
  readonly sequence: (sequence: string) => string;
  readonly privacy: string;
}
