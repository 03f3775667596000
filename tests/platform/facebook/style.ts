import { raw } from '../markup.ts';

/** The platform's own look of a blue social network: calm, plain, nothing taken from anywhere. */
export const FACEBOOK_STYLE = raw(`
:root{--ink:#1c1e21;--soft:#65676b;--line:#dadde1;--sheet:#fff;--ground:#f0f2f5;--blue:#1b66d6;--green:#3a9a3f;--warn:#fff4d6}
*{box-sizing:border-box}
body{margin:0;font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
a{color:var(--blue);text-decoration:none}a:hover{text-decoration:underline}
.bar{display:flex;align-items:center;gap:16px;height:56px;padding:0 20px;background:var(--sheet);border-bottom:1px solid var(--line)}
.bar .word{font-weight:800;font-size:24px;color:var(--blue);letter-spacing:-1px}
.bar .search{flex:0 1 240px;padding:9px 14px;border:0;border-radius:20px;background:var(--ground);font:inherit}
.bar nav{display:flex;gap:8px;margin:0 auto}.bar nav a{padding:10px 22px;border-radius:8px;color:var(--soft);font-weight:600}
.bar nav a[aria-current]{color:var(--blue);box-shadow:0 3px 0 var(--blue)}
.face{display:inline-flex;align-items:center;justify-content:center;width:40px;height:40px;border-radius:50%;background:#c9d8f0;color:#20406f;font-weight:700;flex:none}
.columns{display:grid;grid-template-columns:240px minmax(0,600px) 240px;gap:24px;justify-content:center;padding:20px}
.columns aside a{display:block;padding:9px 12px;border-radius:8px;color:var(--ink)}
.card{background:var(--sheet);border-radius:10px;box-shadow:0 1px 2px #0002;padding:16px;margin-bottom:16px}
.card header{display:flex;gap:10px;align-items:center;margin-bottom:8px}.card header small{display:block;color:var(--soft)}
.picture{height:220px;border-radius:8px;margin:10px 0;background:linear-gradient(160deg,#bcd7f5,#f6e3c5 60%,#b9d3a9)}
.card footer{display:flex;justify-content:space-around;border-top:1px solid var(--line);margin-top:10px;padding-top:8px;color:var(--soft);font-weight:600}
.narrow{max-width:420px;margin:48px auto;padding:0 16px}.narrow h1{font-size:20px;margin:0 0 12px;text-align:center}
.brand{color:var(--blue);font-size:40px;font-weight:800;letter-spacing:-2px;text-align:center;margin:0 0 16px}
.field{display:block;width:100%;margin:0 0 12px;padding:13px 14px;border:1px solid var(--line);border-radius:8px;font:inherit}
.button{display:block;width:100%;padding:12px;border:0;border-radius:8px;background:var(--blue);color:#fff;font:inherit;font-weight:700;font-size:17px;cursor:pointer;text-align:center}
.button.second{background:#e4e6eb;color:var(--ink)}.button.green{background:var(--green);width:auto;margin:16px auto 0;padding:12px 20px}
.notice{border:1px solid #e0c36a;background:var(--warn);border-radius:8px;padding:10px 12px;margin:0 0 14px}
.wrong{border:1px solid #e2899a;background:#fdecef;border-radius:8px;padding:10px 12px;margin:0 0 14px}
.center{text-align:center}.soft{color:var(--soft)}.line{border:0;border-top:1px solid var(--line);margin:18px 0}
.veil{position:fixed;inset:0;background:#fff9;display:flex;align-items:center;justify-content:center}
[role=dialog]{width:420px;background:var(--sheet);border-radius:12px;box-shadow:0 12px 40px #0004;padding:20px}
.foot{max-width:980px;margin:30px auto;color:var(--soft);font-size:12px;text-align:center}
@media(max-width:1000px){.columns{grid-template-columns:minmax(0,600px)}.columns aside{display:none}}
`);
