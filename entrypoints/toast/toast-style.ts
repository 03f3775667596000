/** The style of the toast itself; see `toast-host-style.ts` for the place it stands in. */
export const TOAST_STYLE = `
.toast {
  color-scheme: light dark;
  --ground: light-dark(#fff, #151b22); --ink: light-dark(#16202b, #e8edf2); --soft: light-dark(#566473, #a3b0bd);
  --line: light-dark(#d5dbe1, #333e49); --focus: light-dark(#1767d2, #7db4ff);
  --tone: light-dark(#24588f, #93c0f2); --tone-ground: light-dark(#e8f1fb, #17293d);
  --shadow: 0 2px 6px #0003, 0 14px 36px #0003;
  box-sizing: border-box;
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 12px;
  padding: 14px;
  border: 1px solid var(--line);
  border-radius: 14px;
  background: var(--ground);
  color: var(--ink);
  box-shadow: var(--shadow);
  font: 14px/1.4 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
  text-align: start;
  animation: come 0.22s ease-out;
}
.toast[data-theme='light'] { color-scheme: light; }
.toast[data-theme='dark'] { color-scheme: dark; }
.toast[data-alarm='watch'] { --tone: light-dark(#7c5100, #f2c566); --tone-ground: light-dark(#fff3d9, #33280f); }
.toast[data-alarm='act'] {
  --tone: light-dark(#ab231b, #ffa299); --tone-ground: light-dark(#fdecea, #3a1b19);
  border: 2px solid var(--tone); padding: 13px;
}
.toast[data-cause='null'] { --tone: light-dark(#17603d, #83d6a9); --tone-ground: light-dark(#e6f4ec, #12301f); }
.badge {
  display: grid;
  place-items: center;
  inline-size: 36px;
  block-size: 36px;
  border-radius: 10px;
  background: var(--tone-ground);
  color: var(--tone);
}
svg {
  inline-size: 21px;
  block-size: 21px;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.9;
  stroke-linecap: round;
  stroke-linejoin: round;
}
h2 { margin: 0; font-size: 15px; font-weight: 650; line-height: 1.3; text-wrap: balance; }
p { margin: 3px 0 0; color: var(--soft); font-size: 13.5px; text-wrap: pretty; }
.words { min-inline-size: 0; overflow-wrap: break-word; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; margin: 6px 0 -6px -8px; }
small { margin-inline-start: auto; color: var(--soft); font-size: 11.5px; }
[dir='rtl'] .row { margin: 6px -8px -6px 0; }
button {
  min-block-size: 30px;
  padding: 4px 8px;
  border: 0;
  border-radius: 7px;
  background: none;
  color: var(--soft);
  font: inherit;
  font-size: 13.5px;
  font-weight: 600;
  cursor: pointer;
}
button.main { color: var(--tone); }
button:hover { background: var(--tone-ground); }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: 0; }
@keyframes come { from { opacity: 0; transform: translateY(-8px); } }
@media (prefers-reduced-motion: reduce) { .toast { animation: none; } }
@media (forced-colors: active) { .badge { border: 1px solid CanvasText; } }
`;
