import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { currentVerdict, type Incident } from '../lib/model/incident.ts';
import { isFoundOver } from '../lib/model/outage-over.ts';
import { toMillis } from '../lib/model/timestamp.ts';
import type { Answer, Question } from '../lib/model/question.ts';
import { pastTitle } from '../lib/text/headline.ts';
import { lasted } from '../lib/text/notice-words.ts';
import { verdictWords } from '../lib/text/verdict-words.ts';
import { ChangeList } from './change-list.tsx';
import { ProbabilityList } from './probability-list.tsx';
import { QuestionBox } from './question-box.tsx';
import { ReasonList } from './reason-list.tsx';
import { useSpeech } from './speech.tsx';
import { TodoList } from './todo-list.tsx';
import { VerdictHead } from './verdict-head.tsx';

interface Props {
  readonly incident: Incident;
  readonly onAnswer: (question: Question, answer: Answer) => Promise<boolean>;
  /** The recovery guide, shown where somebody else may be in the account. */
  readonly recovery: ComponentChildren;
  /** The page has room: what would change the verdict stands open. */
  readonly roomy?: boolean;
  /** Opens the page on how verdicts are made. */
  readonly onMethod?: () => void;
  /** Services, curve, official word and what else belongs below. */
  readonly children?: ComponentChildren;
}

const SHOWN_REASONS = 4;
/** Seconds from which it is worth telling how long something has lasted. */
const WORTH_TELLING = 60;

/** One incident as it stands: what it is, what to do, why, and the one question. */
export const VerdictCard = ({ incident, onAnswer, recovery, onMethod, roomy = false, children }: Props) => {
  const { texts, nameOf, now } = useSpeech();
  const headingId = useId();
  const { verdict } = currentVerdict(incident);
  const words = verdictWords(texts, verdict, incident.service, nameOf, isFoundOver(incident));
  const { t, format } = texts;
  const isOpen = incident.closedAt === null;
  const seconds = lasted(incident, toMillis(now));
  const opened = format.moment(incident.openedAt, now);
  const duration = format.duration(seconds);
  const length = isOpen ? t('popup.so-far', { duration }) : t('history.lasted', { duration });
  const timing = [
    isOpen ? t('popup.since', { time: opened }) : opened,
    ...(seconds >= WORTH_TELLING ? [length] : []),
  ].join(' · ');
  const question = isOpen && words.question && (
    <QuestionBox
      key={words.question.question}
      words={words.question}
      onAnswer={(answer) => onAnswer(words.question?.question as Question, answer)}
    />
  );
  const asksFirst = verdict.alarm !== 'none';
  return (
    <article
      class={`card alarm-${verdict.alarm} cause-${verdict.cause}`}
      aria-labelledby={headingId}
      data-testid="verdict"
      data-service={incident.service}
      data-cause={verdict.cause}
      data-certainty={verdict.certainty}
      data-alarm={verdict.alarm}
    >
      <VerdictHead
        cause={verdict.cause}
        alarm={verdict.alarm}
        headline={isOpen ? words.headline : pastTitle(texts, verdict, nameOf(incident.service))}
        certaintyWord={words.certaintyWord}
        timing={timing}
        headingId={headingId}
      />
      {verdict.alarm === 'act' && recovery}
      {asksFirst && question}
      {isOpen && <TodoList todo={words.todo} shown={asksFirst ? 2 : 3} />}
      <ReasonList reasons={words.reasons} shown={SHOWN_REASONS} />
      {isOpen && <ChangeList verdict={verdict} service={nameOf(incident.service)} open={roomy} />}
      {!asksFirst && question}
      {words.alsoPossible !== null && <p class="soft small block">{words.alsoPossible}</p>}
      <ProbabilityList verdict={verdict} />
      {onMethod && (
        <button type="button" class="button button-link" data-do="method" onClick={onMethod}>
          {t('method.open')}
        </button>
      )}
      {children}
    </article>
  );
};
