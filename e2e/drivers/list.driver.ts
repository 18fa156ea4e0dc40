import type { Locator, Page } from 'playwright-core';

/** "1.234,56 €" in cents. */
const cents = (text: string): number => Number(text.replace(/[^\d-]/g, ''));

/** A figure of the overview, which leads to its list. */
export const cardOf = (page: Page, figure: string): Locator =>
  page.getByRole('link', { name: new RegExp(`^${figure} `) }).filter({ hasText: '€' });

/** The amount on a card of the overview. */
export const figureOf = async (card: Locator): Promise<number> =>
  cents(
    await card
      .getByText(/\d,\d\d\s€$/)
      .first()
      .innerText(),
  );

const body = (page: Page): Locator => page.locator('tbody tr:not([aria-hidden])');

/** The rows of the list on the screen, once it is there. */
export const rowsOf = async (page: Page): Promise<readonly string[]> => {
  await body(page).first().waitFor();
  return body(page).allInnerTexts();
};

/** What stands in a column, in cents; an empty cell is nothing. */
export const amountsIn = async (page: Page, column: string): Promise<readonly number[]> => {
  await body(page).first().waitFor();
  const headers = await page.locator('thead th').allInnerTexts();
  const at = headers.indexOf(column);
  if (at < 0) throw new Error(`There is no column ${column}, only ${headers.join(', ')}.`);
  const cells = await body(page)
    .locator(`td:nth-child(${at + 1})`)
    .allInnerTexts();
  return cells.map((text) => cents(text));
};
