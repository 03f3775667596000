import { Icon, type IconName } from './icon.tsx';
import { useSpeech } from './speech.tsx';

const SOURCES = { browser: 'browser', others: 'cloud', you: 'question' } as const satisfies Record<
  string,
  IconName
>;

/** What a verdict is made of: what this browser saw, what others see, what the person answers. */
export const SourceList = () => {
  const { t } = useSpeech().texts;
  return (
    <ul class="sources">
      {(Object.keys(SOURCES) as (keyof typeof SOURCES)[]).map((source) => (
        <li key={source}>
          <Icon name={SOURCES[source]} />
          <strong>{t(`method.sources.${source}`)}</strong>
          <span class="soft small">{t(`method.sources.${source}.hint`)}</span>
        </li>
      ))}
    </ul>
  );
};
