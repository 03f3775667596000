import type { SharingBackend } from '../../lib/app/sharing-backend.ts';
import type { Settings } from '../../lib/model/settings.ts';

/**
 * Switches reports on or off. Must be called in the click: where the browser has a dialog for it, it is asked first,
 * while it still counts as the person's wish. Resolves to what went wrong, null when nothing did.
 */
export const switchReports = async (
  backend: SharingBackend,
  settings: Settings,
  on: boolean,
): Promise<'refused' | 'not-saved' | null> => {
  if (on && !(await backend.requestReporting())) return 'refused';
  const done = await backend.writeSettings({ ...settings, reports: on });
  if (!on) await backend.dropReporting();
  return done.ok ? null : 'not-saved';
};
