import type { Incident } from '../model/incident.ts';
import type { Observation } from '../model/observation.ts';
import type { Answer, Question } from '../model/question.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { Settings } from '../model/settings.ts';
import type { Snapshot, Trouble } from '../model/snapshot.ts';
import type { IncidentQuery, IncidentSummary, SummaryQuery } from '../storage/stores.ts';

/** What happened when a page asked for something to be done. Reasons are words for programs, not for people. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** How an extension page reads local data and asks the background to act. Reads never wake the background. */
export interface PageBackend {
  readSnapshot(): Promise<Snapshot>;
  readIncident(id: string): Promise<{ incident: Incident; observations: Observation[] } | null>;
  listIncidents(query: IncidentQuery): Promise<Incident[]>;
  /** Light records of all incidents, newest first, for lists of thousands. */
  listSummaries(query: SummaryQuery): Promise<IncidentSummary[]>;
  /** Calls back whenever stored data changed; returns the way to stop. */
  onChange(listener: () => void): () => void;

  answer(service: ServiceId, question: Question, answer: Answer): Promise<Done>;
  /** "I was signed out": opens an incident where nothing was seen. */
  reportSignedOut(service: ServiceId): Promise<Done>;
  checkAgain(service: ServiceId): Promise<Done>;
  closeIncident(id: string): Promise<Done>;
  writeNote(id: string, note: string): Promise<Done>;
  removeIncident(id: string): Promise<Done>;
  eraseAll(): Promise<Done>;
  writeSettings(settings: Settings): Promise<Done>;
  /** A record file of one incident or of the whole log, as JSON text. */
  exportRecord(id: string | null): Promise<string>;
  dismissTrouble(trouble: Trouble): Promise<Done>;
  /** Asks the browser for the hosts of a service; must run in the click that asked for it. */
  requestHosts(service: ServiceId): Promise<boolean>;
  /** Asks the browser for the official status pages; must run in the click that asked for it. */
  requestOfficialPages(): Promise<boolean>;
  /** Gives them back: nothing is read there any more. */
  dropOfficialPages(): Promise<boolean>;
  openAddress(address: string): Promise<void>;
  openPage(page: 'popup' | 'history' | 'options' | 'welcome' | 'method', hash?: string): Promise<void>;
}
