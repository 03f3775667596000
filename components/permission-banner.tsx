import type { ServiceId } from '../lib/model/service-id.ts';
import type { ServiceRow } from '../lib/model/snapshot.ts';
import { Banner } from './banner.tsx';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly rows: readonly ServiceRow[];
  /** What it means, where the page has more to say than usual. */
  readonly hint?: string;
  /** Must run in the click itself: browsers ask only then. */
  readonly onAllow: (service: ServiceId) => void;
}

/** Says which watched services cannot be seen, and offers to ask the browser for each. */
export const PermissionBanner = ({ rows, hint, onAllow }: Props) => {
  const { texts, nameOf } = useSpeech();
  const { t, format } = texts;
  const missing = rows.filter(({ watched, permitted }) => watched && !permitted);
  if (missing.length === 0) return null;
  return (
    <Banner
      tone="warn"
      icon="shield-alert"
      actions={missing.map(({ service }) => (
        <button key={service} type="button" class="button" onClick={() => onAllow(service)}>
          {t('permission.allow-service', { service: nameOf(service) })}
        </button>
      ))}
    >
      <p>
        <strong>
          {t('permission.missing', { services: format.list(missing.map(({ service }) => nameOf(service))) })}
        </strong>{' '}
        {hint ?? t('permission.missing.hint')}
      </p>
    </Banner>
  );
};
