import type { ServiceId } from '../lib/model/service-id.ts';
import type { ServiceRow } from '../lib/model/snapshot.ts';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly rows: readonly ServiceRow[];
  /** Called in the click itself, since browsers ask for permission only then. */
  readonly onWatch: (service: ServiceId, watched: boolean) => void;
  readonly onAllow: (service: ServiceId) => void;
}

/** Which services are watched, and which of them the browser does not let us see. */
export const ServicePicker = ({ rows, onWatch, onAllow }: Props) => {
  const { texts, nameOf } = useSpeech();
  const { t } = texts;
  return (
    <ul class="picker">
      {rows.map(({ service, watched, permitted }) => (
        <li key={service} data-pick={service}>
          <label class="choice">
            <input
              type="checkbox"
              checked={watched}
              onChange={(event) => onWatch(service, event.currentTarget.checked)}
            />
            <span>
              {nameOf(service)}
              {watched && !permitted && <span class="warn small"> · {t('service.not-permitted')}</span>}
            </span>
          </label>
          {watched && !permitted && (
            <button type="button" class="button" onClick={() => onAllow(service)}>
              {t('permission.allow-service', { service: nameOf(service) })}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
};
