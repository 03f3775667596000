import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/styles/card.css';
import '../../components/styles/reasons.css';
import '../../components/styles/services.css';
import '../../components/styles/recovery.css';
import '../../components/styles/banner.css';
import '../../components/styles/page.css';
import '../../components/styles/options.css';
import '../../components/styles/sharing.css';
import '../../components/styles/welcome.css';
import type { SharingBackend } from '../../lib/app/sharing-backend.ts';
import { mountPage } from '../page-frame/page-frame.tsx';
import type { PageWorld } from '../page-frame/page-world.ts';
import { WelcomePage } from './welcome-page.tsx';

/** Shows the welcome page in an element. */
export const mountWelcome = (root: HTMLElement, world: PageWorld<SharingBackend>): (() => void) =>
  mountPage(root, world, (snapshot) => <WelcomePage snapshot={snapshot} world={world} />);
