import { FEED_CHOICES, type FeedChoice } from '../lib/model/settings.ts';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly choice: FeedChoice;
  /** The package came with a shared status; without one that choice is not offered. */
  readonly hasPackage: boolean;
  readonly onChoose: (choice: FeedChoice) => void;
}

/** Which shared status is used: the package's own, another one, or none. */
export const FeedChooser = ({ choice, hasPackage, onChoose }: Props) => {
  const { t } = useSpeech().texts;
  return (
    <fieldset>
      <legend>{t('feed.choice.which')}</legend>
      {!hasPackage && <p class="soft">{t('feed.choice.package.none')}</p>}
      {FEED_CHOICES.filter((one) => hasPackage || one !== 'package').map((one) => (
        <label key={one} class="choice">
          <input
            type="radio"
            name="feed"
            value={one}
            checked={one === choice}
            onChange={() => onChoose(one)}
          />
          <span>
            {t(`feed.choice.${one}`)}
            {one !== 'package' && <span class="soft small choice-hint">{t(`feed.choice.${one}.hint`)}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
};
