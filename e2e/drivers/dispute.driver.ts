import type { Locator, Page } from 'playwright-core';
import { choose, fill, press } from './form.ts';

/** What banks dispute or have sent back of the open case. */
const disputes = (page: Page): Locator => page.getByRole('region', { name: 'Rückbelastungen' });

/** Waits until the dispute stands like this: "Antwort fällig", "Verloren", "Zurückgebucht". */
export const seeDispute = (page: Page, state: string): Promise<void> =>
  disputes(page).getByText(state, { exact: true }).waitFor();

/** Contradicts with a file, which is put to the case on the way, and in words. */
export const contradict = async (
  page: Page,
  { file, kind, statement }: { readonly file: string; readonly kind: string; readonly statement: string },
): Promise<void> => {
  await press(disputes(page), 'Widersprechen');
  const dialog = page.getByRole('dialog');
  const pdf = { name: file, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  await dialog.locator('input[type=file]').setInputFiles(pdf);
  await press(dialog, 'Anhängen');
  await choose(dialog, `Was belegt ${file}?`, kind);
  await fill(dialog, { 'Ihre Sicht': statement });
  await press(dialog, 'An die Bank senden');
  await dialog.waitFor({ state: 'detached' });
};
