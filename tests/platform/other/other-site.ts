import { page, type Answer } from '../exchange.ts';
import { html } from '../markup.ts';

/** A site that nobody watches. That it answers is what tells a dead service from a dead network. */
export const answerOtherSite = (): Answer =>
  page(
    html`<!doctype html>
      <html lang="en">
        <meta charset="utf-8" /><title>Example</title>
        <h1>Example</h1>
      </html>`.text,
  );
