import { raw } from '../markup.ts';

/** The platform's own look of a picture network. */
export const INSTAGRAM_STYLE = raw(`
:root{--ink:#222;--soft:#737373;--line:#dbdbdb;--accent:#4a5df9}
*{box-sizing:border-box}body{margin:0;font:14px/1.45 system-ui,sans-serif;color:var(--ink);background:#fff}
a{color:var(--accent);text-decoration:none}
.shell{display:grid;grid-template-columns:220px minmax(0,1fr)}
.side{position:sticky;top:0;height:100vh;border-right:1px solid var(--line);padding:28px 16px;display:flex;flex-direction:column;gap:6px}
.side a{padding:11px 12px;border-radius:8px;color:var(--ink);font-size:16px}.side a[aria-current]{font-weight:700}.side a:hover{background:#f2f2f2}
.word{font:italic 600 27px Georgia,serif;margin:0 0 18px 10px}
.stories{display:flex;gap:16px;justify-content:center;padding:22px 0}
.stories span{width:62px;height:62px;border-radius:50%;border:3px solid #e0704e;background:linear-gradient(140deg,#e8d3ef,#cfe4f5);background-clip:content-box;padding:3px}
.post{max-width:470px;margin:0 auto 26px;border-bottom:1px solid var(--line);padding-bottom:16px}
.post header{display:flex;align-items:center;gap:10px;padding:8px 0;font-weight:600}
.dot{width:32px;height:32px;border-radius:50%;background:linear-gradient(140deg,#f3c9a8,#c9d6f3)}
.picture{height:420px;border-radius:4px;background:linear-gradient(150deg,#f8d9b4,#d7a7b9 45%,#7f9ccb)}
.sheet{max-width:350px;margin:56px auto;border:1px solid var(--line);padding:36px 40px;text-align:center}
.sheet .word{margin:0 0 24px;font-size:38px}
.field{display:block;width:100%;margin:0 0 8px;padding:11px 10px;border:1px solid var(--line);border-radius:4px;background:#fafafa;font:inherit}
.button{display:block;width:100%;margin:10px 0;padding:9px;border:0;border-radius:8px;background:var(--accent);color:#fff;font:inherit;font-weight:600;cursor:pointer}
.button.second{background:#efefef;color:var(--ink)}.wrong{color:#b3202c}.soft{color:var(--soft)}
.veil{position:fixed;inset:0;background:#0008;display:flex;align-items:center;justify-content:center}
[role=dialog]{width:400px;background:#fff;border-radius:14px;padding:28px;text-align:center}
.grid{display:grid;grid-template-columns:repeat(3,1fr);gap:4px;max-width:900px;margin:24px auto}.grid .picture{height:240px}
@media(max-width:800px){.shell{grid-template-columns:1fr}.side{display:none}}
`);
