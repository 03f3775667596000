import type { Observation } from '../../lib/model/observation.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { drawPerson, type Person } from './person/person.ts';
import { createRandom } from './random.ts';
import { opensAt } from './judge/opens.ts';
import { blur } from './sensors/blur.ts';
import { drawSensors } from './sensors/sensors.ts';
import { beginCourse, isBackToNormal } from './story/course.ts';
import { tellStory } from './story/tell-story.ts';
import { KINDS, type TruthKind } from './truth/kinds.ts';
import type { Situation } from './truth/situation.ts';
import { drawStart } from './truth/start.ts';

/** One generated case: what was really going on, and what the log holds of it. */
export interface GeneratedCase {
  readonly kind: TruthKind;
  readonly truth: Situation;
  readonly person: Person;
  /** At the end the person is in again and the service works. */
  readonly recovered: boolean;
  /** In order of time. */
  readonly observations: readonly Observation[];
}

/** A draw that no incident could open from is nobody's question; it is drawn again, this often at most. */
const DRAWS = 40;

const drawOnce = (kind: TruthKind, seeds: readonly number[], mute: boolean): GeneratedCase => {
  const random = createRandom(...seeds);
  const truth = KINDS[kind](random, drawStart(random));
  const sensors = drawSensors(random, truth.watched);
  const person = { ...drawPerson(random), mute };
  const course = beginCourse(random, truth, person, sensors);
  tellStory(course);
  const observations = blur(random, sensors, course.log, truth.meets)
    .map((seen) => ({ seen, at: toMillis(seen.at) }))
    .sort((a, b) => a.at - b.at)
    .map(({ seen }) => seen);
  return { kind, truth, person, recovered: isBackToNormal(course), observations };
};

/**
 * The case of this kind with these seeds; always the same. Its log opens an incident of the service in focus; null where
 * none of the draws does.
 * @param mute the person answers no question.
 */
export const drawCase = (kind: TruthKind, seeds: readonly number[], mute = false): GeneratedCase | null => {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const made = drawOnce(kind, [...seeds, draw], mute);
    if (opensAt(made.observations, made.truth.focus, made.truth.meets - 600_000) !== null) return made;
  }
  return null;
};
