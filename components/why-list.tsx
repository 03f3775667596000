import { Icon, type IconName } from './icon.tsx';
import { useSpeech } from './speech.tsx';

const PERMISSIONS = ['hosts', 'cookies', 'requests', 'notifications', 'storage'] as const;
const ICONS: Readonly<Record<(typeof PERMISSIONS)[number], IconName>> = {
  hosts: 'browser',
  cookies: 'door',
  requests: 'plug',
  notifications: 'info',
  storage: 'list',
};

/** What the extension asks of the browser, and why. */
export const WhyList = () => {
  const { t } = useSpeech().texts;
  return (
    <>
      <dl class="why">
        {PERMISSIONS.map((name) => (
          <div key={name}>
            <dt>
              <Icon name={ICONS[name]} />
              {t(`welcome.why.${name}`)}
            </dt>
            <dd class="soft">{t(`welcome.why.${name}.hint`)}</dd>
          </div>
        ))}
      </dl>
      <p class="promise">
        <Icon name="shield-check" />
        <span>{t('welcome.privacy')}</span>
      </p>
    </>
  );
};
