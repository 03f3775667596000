import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  readonly tone: 'warn' | 'plain' | 'good';
  readonly icon?: IconName;
  readonly children: ComponentChildren;
  /** A button or two. */
  readonly actions?: ComponentChildren;
  /** `alert` interrupts a screen reader, `status` waits. */
  readonly role?: 'alert' | 'status';
}

/** Something about the extension itself that the person must know. */
export const Banner = ({ tone, icon = 'info', children, actions, role }: Props) => (
  <div class={`banner banner-${tone}`} {...(role ? { role } : {})}>
    <Icon name={icon} />
    <div class="banner-words">{children}</div>
    {actions !== undefined && <div class="banner-actions">{actions}</div>}
  </div>
);
