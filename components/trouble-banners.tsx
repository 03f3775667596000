import type { Trouble } from '../lib/model/snapshot.ts';
import { Banner } from './banner.tsx';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly troubles: readonly Trouble[];
  readonly onDismiss: (trouble: Trouble) => void;
}

/** What went wrong with stored data, until the person has read it. */
export const TroubleBanners = ({ troubles, onDismiss }: Props) => {
  const { t } = useSpeech().texts;
  return (
    <>
      {troubles.map((trouble) => (
        <Banner
          key={trouble}
          tone="warn"
          actions={
            <button type="button" class="button" onClick={() => onDismiss(trouble)}>
              {t('trouble.dismiss')}
            </button>
          }
        >
          <p>{t(`trouble.${trouble}`)}</p>
        </Banner>
      ))}
    </>
  );
};
