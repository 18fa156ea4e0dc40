import type { Page } from 'playwright-core';
import { fill, press, seeHeading } from './form.ts';

/** Makes a key with reading rights for a new partner; its secret is shown this once. */
export const createReadKey = async (page: Page, partner: string): Promise<string> => {
  await page.goto('/partners');
  await seeHeading(page, 'Partner');
  await page.getByRole('button', { name: 'Schlüssel erstellen' }).first().click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, { 'Name des Partners': partner, 'Wofür ist er?': 'Abfrage der Vorgänge' });
  await press(dialog, 'Erstellen');
  await dialog.getByText('Er wird nur jetzt gezeigt.').waitFor();
  return (await dialog.locator('pre').first().textContent()) ?? '';
};
