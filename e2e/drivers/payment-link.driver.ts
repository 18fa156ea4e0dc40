import type { Page } from 'playwright-core';
import { fill, press, seeHeading } from './form.ts';

/** Makes a public link whose amount the customer chooses, and gives back its address. */
export const createFreeLink = async (
  page: Page,
  link: { readonly title: string; readonly minimum: string; readonly maximum: string },
): Promise<string> => {
  await page.goto('/payment-links');
  // An empty list offers the same a second time.
  await page.getByRole('button', { name: 'Link erstellen', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, { 'Wofür (deutsch)': link.title });
  await dialog.getByText('Kunde wählt den Betrag').click();
  await fill(dialog, { Mindestens: link.minimum, Höchstens: link.maximum });
  await press(dialog, 'Erstellen');
  await seeHeading(page, link.title);
  return page.locator('pre').innerText();
};

/** Fills in what the link's page asks for and goes on to the pay page. */
export const startOverLink = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
  await fill(page, values);
  await press(page, 'Weiter zur Zahlung');
};
