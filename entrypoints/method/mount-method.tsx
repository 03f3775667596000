import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/styles/page.css';
import '../../components/styles/options.css';
import '../../components/styles/method.css';
import { exampleVerdict } from '../../lib/app/example-verdict.ts';
import { measuredFigures } from '../../lib/app/measured-figures.ts';
import { mountPage } from '../page-frame/page-frame.tsx';
import { PageLinks } from '../page-frame/page-links.tsx';
import type { PageWorld } from '../page-frame/page-world.ts';
import { MethodPage } from './method-page.tsx';

/** Shows the page on the method in an element. Its example is diagnosed here, once. */
export const mountMethod = (root: HTMLElement, world: PageWorld): (() => void) => {
  const example = exampleVerdict();
  return mountPage(root, world, () => (
    <MethodPage
      example={example}
      figures={measuredFigures}
      links={<PageLinks to={['history', 'options']} backend={world.backend} />}
    />
  ));
};
