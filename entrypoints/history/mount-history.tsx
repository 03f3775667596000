import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/styles/card.css';
import '../../components/styles/reasons.css';
import '../../components/styles/services.css';
import '../../components/styles/recovery.css';
import '../../components/styles/banner.css';
import '../../components/styles/page.css';
import '../../components/styles/history.css';
import '../../components/styles/incident.css';
import { mountPage } from '../page-frame/page-frame.tsx';
import type { PageWorld } from '../page-frame/page-world.ts';
import { HistoryPage } from './history-page.tsx';

/** Shows the history in an element; `#incident=<id>` shows that incident. */
export const mountHistory = (root: HTMLElement, world: PageWorld): (() => void) =>
  mountPage(root, world, () => <HistoryPage world={world} />);
