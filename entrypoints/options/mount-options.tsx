import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/styles/services.css';
import '../../components/styles/page.css';
import '../../components/styles/options.css';
import '../../components/styles/sharing.css';
import type { SharingBackend } from '../../lib/app/sharing-backend.ts';
import { mountPage } from '../page-frame/page-frame.tsx';
import type { PageWorld } from '../page-frame/page-world.ts';
import { OptionsPage } from './options-page.tsx';

/** Shows the options in an element. */
export const mountOptions = (root: HTMLElement, world: PageWorld<SharingBackend>): (() => void) =>
  mountPage(root, world, (snapshot) => <OptionsPage snapshot={snapshot} world={world} />);
