import { html, raw } from 'hono/html';
import { STYLE } from './style.ts';
import { type Language, TEXTS } from './texts.ts';

export type Markup = ReturnType<typeof html>;

/** The frame of a hosted page, with the notice that nothing here is real. */
export const page = (language: Language, title: string, body: Markup): Markup => {
  const t = TEXTS[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header class="note"><strong>${t.testMode}.</strong> ${t.testModeHint}</header>
${body}
</body>
</html>`;
};

/** A page that says one thing and offers at most one way on. */
export const message = (
  language: Language,
  title: string,
  text: string,
  way?: { readonly href: string; readonly label: string },
): Markup =>
  page(
    language,
    title,
    html`<main><section class="sheet narrow"><h1>${title}</h1><p>${text}</p>
${way ? html`<a class="button" href="${way.href}">${way.label}</a>` : ''}</section></main>`,
  );
