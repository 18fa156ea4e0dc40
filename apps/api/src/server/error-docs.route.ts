import { REFUSAL_TEXT } from '@zahlwerk/domain/workflow/refusal';
import { Hono } from 'hono';
import { ERROR_TEXT } from '../graphql/error-text.ts';
import type { Shell } from './shell.ts';

type Texts = Readonly<Record<string, { readonly de: string; readonly en: string }>>;

/** The anchor of a code: `VERSION_CONFLICT` is explained at `#version-conflict`. */
export const anchorOf = (code: string): string => code.toLowerCase().replaceAll('_', '-');

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char,
  );

const entries = (texts: Texts): string =>
  Object.entries(texts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { de, en }]) =>
        `<dt id="${anchorOf(code)}"><code>${code}</code></dt><dd>${escaped(en)}</dd><dd lang="de">${escaped(de)}</dd>`,
    )
    .join('\n');

const page = (): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Errors of the API</title>
<style>body{font:16px/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem}dt{margin-top:1rem}dt:target{background:#fd8}dd{margin:0}</style>
</head>
<body>
<h1>Errors of the API</h1>
<p>Every expected error implements <code>Error</code>: <code>code</code>, <code>message</code> in the caller's language,
<code>path</code> of the argument, <code>retryable</code>. Nothing has been written when one is answered.</p>
<h2>General</h2>
<dl>${entries(ERROR_TEXT)}</dl>
<h2>Refusals of a case and its steps</h2>
<dl>${entries(REFUSAL_TEXT)}</dl>
</body>
</html>
`;

/** Where `docsUrl` of an error leads: written from the very texts that the errors carry. */
export const errorDocsRoute = (): Hono<Shell> => {
  const html = page();
  return new Hono<Shell>().get('/errors', (c) => c.html(html, 200, { 'cache-control': 'no-cache' }));
};
