import type { ComponentChildren } from 'preact';

interface Props {
  readonly title: string;
  readonly hint?: string;
  /** By which other pages lead here. */
  readonly anchor?: string;
  readonly children: ComponentChildren;
}

/** A titled part of the options or the welcome page. */
export const OptionSection = ({ title, hint, anchor, children }: Props) => (
  <section class="option-section" id={anchor}>
    <h2 class="section-title">{title}</h2>
    {hint !== undefined && <p class="soft section-hint">{hint}</p>}
    {children}
  </section>
);
