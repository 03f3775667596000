import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/styles/card.css';
import '../../components/styles/reasons.css';
import '../../components/styles/services.css';
import '../../components/styles/banner.css';
import '../../components/styles/popup.css';
import { mountPage } from '../page-frame/page-frame.tsx';
import { hashValue } from '../page-frame/hash-value.ts';
import type { PageWorld } from '../page-frame/page-world.ts';
import { PopupPage } from './popup-page.tsx';

/** Shows the popup in an element. `#incident=<id>` puts that incident first. */
export const mountPopup = (root: HTMLElement, world: PageWorld): (() => void) =>
  mountPage(root, world, (snapshot) => (
    <PopupPage snapshot={snapshot} world={world} askedFor={hashValue(location.hash, 'incident')} />
  ));
