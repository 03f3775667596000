import type { Todo } from '../lib/text/what-to-do.ts';
import { Icon, TODO_ICONS } from './icon.tsx';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly todo: readonly Todo[];
  /** So many stand open; the rest folds, so that the reasons are in sight. */
  readonly shown: number;
}

/** What to do, what not to do, and what is good to know. */
export const TodoList = ({ todo, shown }: Props) => {
  const { t } = useSpeech().texts;
  const rest = todo.slice(shown);
  const row = ({ kind, text }: Todo) => (
    <li key={text} class={`todo-${kind}`}>
      <Icon name={TODO_ICONS[kind]} />
      <span>
        <span class="unseen">{t(`todo.kind.${kind}`)} </span>
        {text}
      </span>
    </li>
  );
  return (
    <section class="block">
      <h3 class="block-title">{t('todo.title')}</h3>
      <ul class="todo">{todo.slice(0, shown).map(row)}</ul>
      {rest.length > 0 && (
        <details class="fold">
          <summary>{t('todo.more', { count: rest.length })}</summary>
          <ul class="todo">{rest.map(row)}</ul>
        </details>
      )}
    </section>
  );
};
