import { Banner } from '../../components/banner.tsx';
import { PermissionBanner } from '../../components/permission-banner.tsx';
import { useSpeech } from '../../components/speech.tsx';
import type { ServiceId } from '../../lib/model/service-id.ts';
import type { ServiceRow } from '../../lib/model/snapshot.ts';

interface Props {
  readonly rows: readonly ServiceRow[];
  readonly onAllow: (service: ServiceId) => void;
}

/** What the extension is for, and whether it is ready or lacks a permission. */
export const WelcomeHead = ({ rows, onAllow }: Props) => {
  const { t } = useSpeech().texts;
  const watched = rows.filter((row) => row.watched);
  return (
    <>
      <header class="welcome-head">
        <img src="/icon/128.png" alt="" width={64} height={64} />
        <div>
          <h1>{t('welcome.title')}</h1>
          <p class="lead">{t('welcome.lead')}</p>
        </div>
      </header>
      {watched.length > 0 && watched.every(({ permitted }) => permitted) && (
        <Banner tone="good" icon="check" role="status">
          <p>{t('welcome.allowed')}</p>
        </Banner>
      )}
      <PermissionBanner
        rows={rows}
        onAllow={onAllow}
        {...(watched.some(({ permitted }) => permitted) ? {} : { hint: t('welcome.missing') })}
      />
    </>
  );
};
