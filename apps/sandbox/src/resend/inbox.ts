import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { StoredMail } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { type Markup, message, page } from '../stripe/hosted/layout.ts';
import { formatDate, type Language, languageOf } from '../stripe/hosted/texts.ts';

const GLOBAL = '';

const TEXTS = {
  de: {
    inbox: 'Posteingang',
    lead: 'Alle E-Mails, die das Programm verschickt hätte. Keine verlässt diesen Rechner.',
    empty: 'Noch keine E-Mail.',
    from: 'Von',
    to: 'An',
    date: 'Datum',
    status: 'Zustellung',
    attachments: 'Anhänge',
    text: 'Nur-Text-Fassung',
    back: 'Zurück zum Posteingang',
    notFound: 'Diese E-Mail gibt es nicht.',
  },
  en: {
    inbox: 'Inbox',
    lead: 'Every mail the program would have sent. None leaves this machine.',
    empty: 'No mail yet.',
    from: 'From',
    to: 'To',
    date: 'Date',
    status: 'Delivery',
    attachments: 'Attachments',
    text: 'Plain text version',
    back: 'Back to the inbox',
    notFound: 'There is no such mail.',
  },
} satisfies Record<Language, Record<string, string>>;

/** The mail's own HTML: no scripts, links open in the whole window, embedded images come from the attachments. */
const bodyOf = (mail: StoredMail): string => {
  const embedded = mail.attachments.reduce(
    (markup, { contentId }, index) =>
      contentId ? markup.replaceAll(`cid:${contentId}`, `/inbox/${mail.id}/attachments/${index}`) : markup,
    mail.html ?? '',
  );
  return `<base target="_top">${embedded}`;
};

const listPage = (mails: readonly StoredMail[], language: Language): Markup => {
  const t = TEXTS[language];
  const row = (mail: StoredMail) =>
    html`<li><span><a href="/inbox/${mail.id}">${mail.subject}</a><br><span class="soft">${mail.from} → ${mail.to.join(', ')}</span></span>
<span class="soft">${formatDate(mail.created, language)}</span></li>`;
  return page(
    language,
    t.inbox,
    html`<main><section class="sheet"><h1>${t.inbox}</h1><p class="soft">${t.lead}</p>
${mails.length === 0 ? html`<p>${t.empty}</p>` : html`<ul class="items">${mails.map(row)}</ul>`}</section></main>`,
  );
};

const mailPage = (mail: StoredMail, language: Language): Markup => {
  const t = TEXTS[language];
  const attachments = mail.attachments.map(
    ({ filename, contentType }, index) =>
      html`<li><a href="/inbox/${mail.id}/attachments/${index}">${filename}</a> <span class="soft">${contentType}</span></li>`,
  );
  return page(
    language,
    mail.subject,
    html`<main><section class="sheet"><a class="up" href="/inbox">${t.back}</a><h1>${mail.subject}</h1>
<dl><dt>${t.from}</dt><dd>${mail.from}</dd><dt>${t.to}</dt><dd>${mail.to.join(', ')}</dd>
<dt>${t.date}</dt><dd>${formatDate(mail.created, language)}</dd><dt>${t.status}</dt><dd>${mail.lastEvent}</dd></dl>
${attachments.length > 0 ? html`<h2 class="soft">${t.attachments}</h2><ul>${attachments}</ul>` : ''}
${mail.html === null ? '' : html`<iframe title="${mail.subject}" src="/inbox/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" class="mail"></iframe>`}
${mail.text === null ? '' : html`<details${mail.html === null ? html` open` : ''}><summary>${t.text}</summary><pre style="white-space:pre-wrap">${mail.text}</pre></details>`}</section></main>`,
  );
};

/** The page that shows what was mailed, and the same as JSON for tests. */
export const inbox = (store: Store): Hono => {
  const app = new Hono();
  const { mails } = store.tablesOf(GLOBAL);
  const languageFor = (c: Context) => languageOf(null, c.req.header('Accept-Language'));
  const notFound = (c: Context) =>
    c.html(message(languageFor(c), TEXTS[languageFor(c)].inbox, TEXTS[languageFor(c)].notFound), 404);

  app.get('/', (c) => c.redirect('/inbox'));
  app.get('/inbox', (c) => c.html(listPage(mails.newestFirst(), languageFor(c))));
  app.get('/inbox/:id', (c) => {
    const mail = mails.get(c.req.param('id'));
    return mail ? c.html(mailPage(mail, languageFor(c))) : notFound(c);
  });
  app.get('/inbox/:id/html', (c) => {
    const mail = mails.get(c.req.param('id'));
    if (!mail || mail.html === null) return notFound(c);
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; img-src 'self' data: http: https:; style-src 'unsafe-inline' https:; font-src data: https:",
    );
    return c.html(bodyOf(mail));
  });
  app.get('/inbox/:id/attachments/:index', (c) => {
    const attachment = mails.get(c.req.param('id'))?.attachments[Number(c.req.param('index'))];
    if (!attachment) return notFound(c);
    // An SVG or HTML attachment must not run; the browser's PDF viewer does not work in a sandbox.
    if (attachment.contentType !== 'application/pdf') {
      c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    }
    return c.body(Buffer.from(attachment.content, 'base64'), 200, {
      'Content-Type': attachment.contentType,
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
    });
  });
  app.get('/_sandbox/mails', (c) => {
    const to = c.req.query('to');
    const found = mails
      .newestFirst()
      .filter((mail) => to === undefined || mail.to.some((address) => address.includes(to)));
    return c.json({ mails: found });
  });

  return app;
};
