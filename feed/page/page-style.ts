/** The page's one style sheet. Colours: the extension's own, each pair of ink and ground at WCAG 2.2 AA in both themes. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--page:#eff2f5;--ground:#fff;--ink:#16202b;--soft:#566473;--line:#e0e5ea;--edge:#7d8a97;
--calm:#24588f;--bar:#9db9d8;--act:#ab231b;--act-ground:#fdecea;--watch:#7c5100;--watch-ground:#fff3d9;--good:#17603d;
--good-ground:#e6f4ec;--fill:#f4f6f9;--on:#fff;--shadow:0 1px 2px #16202b1f,0 8px 28px #16202b14}
@media (prefers-color-scheme:dark){:root{--page:#0c1015;--ground:#151b22;--ink:#e8edf2;--soft:#a3b0bd;--line:#2b343e;
--edge:#8592a0;--calm:#93c0f2;--bar:#3d6189;--act:#ffa299;--act-ground:#3a1b19;--watch:#f2c566;--watch-ground:#33280f;
--good:#83d6a9;--good-ground:#12301f;--fill:#1d252e;--on:#151b22;--shadow:0 1px 2px #0006,0 8px 28px #0006}}
*,*::before,*::after{box-sizing:border-box}
html{background:var(--page);color:var(--ink);font:16px/1.5 system-ui,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',sans-serif;
-webkit-text-size-adjust:100%;text-size-adjust:100%}
body,h1,h2,h3,p,ul,figure,blockquote{margin:0;padding:0}
ul{list-style:none}
h1,h2,h3{line-height:1.2;font-weight:650;text-wrap:balance}
p,li{overflow-wrap:break-word;text-wrap:pretty}
time{white-space:nowrap}
a{color:var(--calm);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--calm);outline-offset:3px;border-radius:3px}
.wrap{max-width:52rem;margin:0 auto;padding:1.25rem 1.25rem 3rem}
.top{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem 1.5rem;font-size:.9375rem}
.brand{font-weight:650}
.brand span{font-weight:400;color:var(--soft);margin-inline-start:.6em}
.top ul{display:flex;gap:1rem}
.top [aria-current]{color:var(--soft);text-decoration:none}
.lead{display:grid;grid-template-columns:auto 1fr;gap:0 1.1rem;margin:2.75rem 0 2.25rem}
.lead .mark{width:2.9rem;height:2.9rem;margin-top:.1rem}
.lead h1{font-size:clamp(1.65rem,1.2rem + 2vw,2.3rem);letter-spacing:-.018em}
.lead h1 span{display:block}
.lead h1 span+span{font-size:.62em;font-weight:500;letter-spacing:-.005em;margin-top:.35em;color:var(--soft)}
.lead div>p{margin-top:.65rem;max-width:40rem}
.lead .fresh{color:var(--soft);font-size:.875rem}
.mark{flex:none;width:1.25rem;height:1.25rem;fill:var(--good);forced-color-adjust:none}
.mark .sign{fill:none;stroke:var(--on);stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
.mark-outage{fill:var(--act)}
.mark-degraded{fill:var(--watch)}
.mark .ring{fill:none;stroke:var(--edge);stroke-width:2;stroke-dasharray:3.5 2.6}
.mark .ask{fill:none;stroke:var(--soft);stroke-width:2;stroke-linecap:round}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.card,.rows{background:var(--ground);border-radius:14px;box-shadow:var(--shadow)}
.card{padding:1.25rem 1.4rem 1.35rem;margin-bottom:1.1rem;border-top:4px solid var(--line)}
.card-outage{border-top-color:var(--act)}
.card-degraded{border-top-color:var(--watch)}
.card header{display:flex;align-items:center;gap:.15rem .7rem}
.card h2{font-size:1.3rem;letter-spacing:-.01em}
.card .state{flex:1;text-align:end;color:var(--soft)}
.card-outage .state strong{color:var(--act)}
.card-degraded .state strong{color:var(--watch)}
.state strong{font-weight:650;color:var(--ink)}
.since{white-space:normal;font-variant-numeric:tabular-nums}
.facts{display:grid;grid-template-columns:minmax(0,1.35fr) minmax(0,1fr);gap:1.1rem 2rem;margin-top:1.1rem}
.facts>:only-child{grid-column:1/-1}
.picture figcaption,.hours{display:flex;justify-content:space-between;gap:1rem;color:var(--soft);font-size:.8125rem;
font-variant-numeric:tabular-nums}
.curve{display:block;width:100%;height:6.5rem;margin:.35rem 0 .25rem;border-bottom:1px solid var(--edge);overflow:visible}
.bar{fill:var(--bar)}
.card-outage .bar{fill:var(--act);opacity:.72}
.card-degraded .bar{fill:var(--watch);opacity:.72}
.begin{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:3 3;vector-effect:non-scaling-stroke}
.note{color:var(--soft);font-size:.875rem;margin-top:.6rem}
.symptoms h3{font-size:.8125rem;font-weight:500;color:var(--soft);line-height:1.5}
.symptoms li{display:grid;grid-template-columns:3.1rem 1fr;gap:0 .5rem;margin-top:.45rem;font-size:.9375rem;line-height:1.35}
.share{font-weight:650;font-variant-numeric:tabular-nums}
.share-bar{grid-column:2;width:100%;height:4px;margin-top:.3rem;border-radius:2px}
.share-all{fill:var(--line)}
.share-part{fill:var(--soft)}
.said{margin-top:1.1rem;padding:.8rem 1rem;border-inline-start:3px solid var(--edge);border-radius:0 8px 8px 0;background:var(--fill)}
.said q{quotes:'“' '”' '‘' '’'}
:lang(fr) .said q{quotes:'«\\a0' '\\a0»' '“' '”'}
.said figcaption{margin-top:.3rem;color:var(--soft);font-size:.875rem}
.section{margin:2rem 0 .7rem;font-size:.9375rem;color:var(--soft);font-weight:600}
.rows li{display:grid;grid-template-columns:minmax(8rem,1fr) minmax(9rem,auto) minmax(6rem,11rem);align-items:center;gap:.25rem 1.25rem;
padding:.85rem 1.4rem}
.rows li+li{border-top:1px solid var(--line)}
.rows h3{font-size:1rem;font-weight:600}
.rows .state{display:flex;align-items:center;gap:.55rem}
.rows .curve{height:1.6rem;margin:0;border-bottom-color:var(--line)}
.rows .said,.rows .note{grid-column:1/-1;margin-top:.35rem}
.limits ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(19rem,100%),1fr));gap:.7rem 2.2rem;font-size:.9375rem;color:var(--soft)}
.limits strong{font-weight:600;color:var(--ink)}
.foot{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;margin-top:2.25rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.875rem;
color:var(--soft)}
@media (max-width:40rem){.wrap{padding:1rem 1rem 2.5rem}.brand span{display:block;margin:0}.lead{margin:1.9rem 0 1.6rem;gap:0 .8rem}
.lead .mark{width:2.2rem;height:2.2rem}.card{padding:1rem 1.05rem 1.1rem}.card header{flex-wrap:wrap}.card .state{flex:none;width:100%;text-align:start}
.facts{grid-template-columns:minmax(0,1fr)}.rows li{grid-template-columns:minmax(0,1fr) auto;padding:.8rem 1.05rem}
.row-curve{grid-column:1/-1}.row-curve:empty{display:none}}
@media (forced-colors:active){.card,.rows{border:1px solid CanvasText}.bar,.share-part{fill:CanvasText}}
@media print{html{background:none;font-size:11pt}.card,.rows{box-shadow:none;border:1px solid var(--line)}.card,.rows li,.limits li{break-inside:avoid}
.top nav{display:none}.wrap{max-width:none;padding:0}.lead{margin:1rem 0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
