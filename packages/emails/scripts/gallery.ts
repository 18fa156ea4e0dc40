import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { previewHtml } from '@zahlwerk/emails/preview';
import { renderMessage } from '@zahlwerk/emails/render';
import type { PropsByTemplate, TemplateId } from '@zahlwerk/emails/templates';
import { SAMPLES } from '../src/samples.fixture.ts';

// `node scripts/build.ts && node scripts/gallery.ts <folder>`: every message in both languages, to be looked at.
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: node scripts/gallery.ts <folder>');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });

const write = async <TId extends TemplateId>(template: TId, locale: Locale, props: PropsByTemplate[TId]) => {
  const message = await renderMessage(template, locale, props);
  const path = join(folder, `${template}.${locale}`);
  writeFileSync(`${path}.html`, previewHtml(message));
  writeFileSync(`${path}.txt`, `Subject: ${message.subject}\n\n${message.text}`);
};

for (const template of Object.keys(SAMPLES) as TemplateId[]) {
  await write(template, 'de', SAMPLES[template]);
  await write(template, 'en', SAMPLES[template]);
}
