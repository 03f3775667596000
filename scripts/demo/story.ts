import type { FeedStatus, OfficialStatus } from '../../lib/model/feed.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import type { Platform } from '../../tests/platform/start-platform.ts';
import type { BrowserUnderTest, Tab } from '../../tests/browser/harness/browser-under-test.ts';
import type { Site } from '../../tests/browser/extension/person.ts';

/** What a story expects the popup to say of a service. */
export interface Expected {
  readonly service: string;
  /** Any of these. */
  readonly cause: readonly string[];
  readonly alarm?: readonly string[];
  readonly certainty?: readonly string[];
}

/** What a story expects the feed to say. */
export interface FeedExpected {
  readonly service: ServiceId;
  readonly status: FeedStatus;
  readonly official?: OfficialStatus;
}

/** A story's hand on the real feed server: its clock, and the people who report to it. */
export interface ToldFeed {
  /** So many people, each in a network of their own, report what is wrong with a service; a minute of the server's time passes. */
  people(count: number, service: ServiceId): Promise<void>;
  /** So many minutes of the server's time pass. */
  minutes(count: number): Promise<void>;
  /** Waits, in the server's time, until the feed says so, and prints it. */
  expect(expected: FeedExpected): Promise<void>;
  /** The server's time in milliseconds since 1970. */
  now(): number;
}

/** What a story can do and look at; every `expect…` prints what it sees and fails the story when it is not so. */
export interface Scene {
  readonly platform: Platform;
  readonly feed: ToldFeed;
  readonly browser: BrowserUnderTest;
  /** The tab that the person looks at. */
  readonly tab: Tab;
  /** Prints what happens now. */
  say(words: string): void;
  signIn(site: Site): Promise<void>;
  /** Sends the sign-in form in front with the right password. */
  tryToSignIn(site: Site): Promise<void>;
  /** The server ends the sessions of a service; the person's next click finds out. */
  throwOut(site: Site): Promise<void>;
  visit(site: Site): Promise<void>;
  /** Some minutes pass for the extension, which then looks at the feed again by itself. */
  minutesPass(): Promise<void>;
  /** The company's status page says this of signing in to Facebook. */
  officially(status: string, text: string): void;
  answer(service: string, question: string, answer: 'yes' | 'no' | 'unsure'): Promise<void>;
  expectToast(expected: Expected): Promise<void>;
  expectVerdict(expected: Expected): Promise<void>;
  /** The toast says that the service works again. */
  expectRecovery(service: string): Promise<void>;
  /** No incident of the service is open, and the badge is gone. */
  expectOver(service: string): Promise<void>;
  expectHistory(service: string, causes: readonly string[]): Promise<void>;
  /** A picture of the tab, of the popup as it opens or with all that it holds, or of the history. */
  picture(name: string, of: 'tab' | 'popup' | 'whole-popup' | 'history'): Promise<void>;
}

export interface Story {
  readonly name: string;
  readonly title: string;
  play(scene: Scene): Promise<void>;
}
