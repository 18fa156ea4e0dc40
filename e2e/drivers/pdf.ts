import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';

/** Downloads the document behind a link, with the session of the page, and reads its text. */
export const readPdf = async (page: Page, link: string | RegExp): Promise<string> => {
  const href = await page.getByRole('link', { name: link }).first().getAttribute('href');
  if (!href) throw new Error(`The link ${link} leads nowhere.`);
  const response = await page.request.get(href);
  const type = response.headers()['content-type'];
  if (!response.ok() || !type?.includes('application/pdf'))
    throw new Error(`${href} answers ${response.status()} with ${type}.`);
  const { text } = await extractText(new Uint8Array(await response.body()), { mergePages: true });
  return text;
};
