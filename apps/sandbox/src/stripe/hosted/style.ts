/** The look of all hosted pages: phone first, light and dark. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f3f5f9;--sheet:#fff;--ink:#172033;--soft:#5a6579;--line:#d5dbe6;--brand:#1f4fd8;--on-brand:#fff;--bad:#b3261e;--bad-ground:#fdecea;--note:#fff6dc;--note-ink:#6b4d00}
@media (prefers-color-scheme:dark){:root{--ground:#10141d;--sheet:#1a202c;--ink:#eef1f7;--soft:#a6b0c3;--line:#364056;--brand:#7ea2ff;--on-brand:#0b1220;--bad:#ffb4ab;--bad-ground:#3b1a18;--note:#3a3014;--note-ink:#ffe29a}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
.note{background:var(--note);color:var(--note-ink);padding:.5rem 1rem;font-size:.875rem;text-align:center}
main{max-width:64rem;margin:0 auto;padding:1rem;display:grid;gap:1rem}
main>*{min-width:0}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:14px;padding:1.25rem}
.narrow{max-width:30rem;margin:2rem auto;width:100%}
h1{font-size:1.05rem;font-weight:600;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1rem;font-weight:600;margin:0 0 .5rem;overflow-wrap:anywhere}
a{color:var(--brand)}
.sheet>:last-child{margin-bottom:0}
.amount{font-size:2.25rem;font-weight:700;letter-spacing:-.02em;margin:.1rem 0 1rem}
ul.items{list-style:none;margin:0;padding:0}
ul.items li>span:first-child{min-width:0;overflow-wrap:anywhere}
ul.items li{display:flex;justify-content:space-between;gap:1rem;padding:.6rem 0;border-top:1px solid var(--line)}
.soft{color:var(--soft);font-size:.875rem}
.total{font-weight:600}
nav.methods{display:flex;gap:.5rem;margin:0 0 1.25rem}
nav.methods a{flex:1;text-align:center;padding:.65rem .5rem;border:1px solid var(--line);border-radius:10px;color:inherit;text-decoration:none}
nav.methods a[aria-current]{border-color:var(--brand);box-shadow:0 0 0 1px var(--brand);font-weight:600}
.field{margin:0 0 1rem}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.75rem;align-items:end}
label{display:block;font-size:.875rem;font-weight:600;margin:0 0 .3rem}
input,select{width:100%;font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:10px;padding:.7rem .8rem;min-height:3rem}
input:focus-visible,a:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid var(--brand);outline-offset:1px}
input[aria-invalid=true]{border-color:var(--bad)}
.error{color:var(--bad);font-size:.875rem;margin:.3rem 0 0}
.alert{background:var(--bad-ground);color:var(--bad);border-radius:10px;padding:.85rem 1rem;margin:0 0 1.25rem}
.alert p{margin:.2rem 0 0;color:var(--ink)}
.alert strong{display:block}
button,.button{display:block;width:100%;font:inherit;font-weight:600;text-align:center;text-decoration:none;border:0;border-radius:10px;padding:.8rem 1rem;min-height:3.1rem;background:var(--brand);color:var(--on-brand);cursor:pointer}
button.quiet{background:transparent;color:var(--ink);border:1px solid var(--line);margin-top:.75rem}
button[disabled]{opacity:.6;cursor:progress}
a.back{display:inline-block;margin-top:1rem;color:var(--soft)}
a.up{display:block;margin-bottom:.75rem;color:var(--soft);font-size:.875rem}
pre{overflow-x:auto;font-size:.85rem}
.step{display:inline-block;margin:.25rem .5rem .25rem 0}
.step button{width:auto;min-height:2.4rem;padding:.4rem .9rem}
.mail{width:100%;height:70vh;border:1px solid var(--line);border-radius:10px;background:#fff;margin-top:1rem}
details{margin-top:1.25rem;font-size:.875rem}
summary{cursor:pointer;color:var(--soft)}
table{border-collapse:collapse;width:100%;margin-top:.5rem}
td{overflow-wrap:anywhere}
td,th{padding:.25rem .75rem .25rem 0;border-top:1px solid var(--line);text-align:left;vertical-align:top}
td.number{font-variant-numeric:tabular-nums;white-space:nowrap}
dl{display:grid;grid-template-columns:auto 1fr;gap:.35rem 1rem;margin:1rem 0 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
@media (min-width:56rem){main.two{grid-template-columns:1fr 1.15fr;align-items:start;padding-top:3rem;gap:1.5rem}}
`;
