import { useLayoutEffect, useId, useRef, useState } from 'preact/hooks';
import type { Answer } from '../lib/model/question.ts';
import type { QuestionWords } from '../lib/text/question-words.ts';

interface Props {
  readonly words: QuestionWords;
  readonly onAnswer: (answer: Answer) => Promise<boolean>;
}

/** The one question worth asking, with its three answers. */
export const QuestionBox = ({ words, onAnswer }: Props) => {
  const id = useId();
  const [sending, setSending] = useState<Answer | null>(null);
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    // Answered with the keyboard, the question takes the focus along: it goes to the verdict that the answer changed.
    return () => {
      if (element?.contains(element.ownerDocument.activeElement))
        element.closest('article')?.querySelector<HTMLElement>('h2')?.focus();
    };
  }, []);
  const answer = async (chosen: Answer) => {
    setSending(chosen);
    await onAnswer(chosen);
    setSending(null);
  };
  return (
    <section
      ref={box}
      class="question"
      role="group"
      aria-labelledby={id}
      data-testid="question"
      data-question={words.question}
    >
      <p id={id} class="question-text">
        {words.text}
      </p>
      {words.hint !== null && <p class="soft small">{words.hint}</p>}
      <div class="answers">
        {words.answers.map(({ answer: one, text }) => (
          <button
            key={one}
            type="button"
            class="button"
            data-answer={one}
            aria-disabled={sending !== null}
            aria-pressed={sending === one}
            onClick={() => void (sending ?? answer(one))}
          >
            {text}
          </button>
        ))}
      </div>
    </section>
  );
};
