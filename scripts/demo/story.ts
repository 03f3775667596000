import type { FeedEntry } from '../../lib/model/feed.ts';
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

/** What a story can do and look at; every `expect…` prints what it sees and fails the story when it is not so. */
export interface Scene {
  readonly platform: Platform;
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
  /** From now on the shared feed says this. */
  feedSays(entries: Readonly<Record<string, FeedEntry>>): void;
  answer(service: string, question: string, answer: 'yes' | 'no' | 'unsure'): Promise<void>;
  expectToast(expected: Expected): Promise<void>;
  expectVerdict(expected: Expected): Promise<void>;
  /** The toast says that the service works again. */
  expectRecovery(service: string): Promise<void>;
  /** No incident of the service is open, and the badge is gone. */
  expectOver(service: string): Promise<void>;
  expectHistory(service: string, causes: readonly string[]): Promise<void>;
  picture(name: string, of: 'tab' | 'popup' | 'history'): Promise<void>;
}

export interface Story {
  readonly name: string;
  readonly title: string;
  play(scene: Scene): Promise<void>;
}
