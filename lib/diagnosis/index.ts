export { assess } from './assess.ts';
export { assessWithChanges } from './assess-with-changes.ts';
export { diagnose, type Diagnosis } from './diagnose.ts';
export type { Closure, IncidentTimeline } from './incident-timeline.ts';
export { recheckTimes } from './recheck-times.ts';
export { replaySteps, type ReplayMoment, type ServiceState } from './replay-steps.ts';
export { CONFIDENT_FROM, FALSE_ACCUSATION, FALSE_REASSURANCE, LIKELY_FROM } from './numbers/costs.ts';
export { PRIORS } from './numbers/priors.ts';
export { RETAIN_LOG } from './numbers/windows.ts';
