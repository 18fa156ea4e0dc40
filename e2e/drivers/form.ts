import type { Locator, Page } from 'playwright-core';

/** Chooses in a list that opens, as a person does: open it, take the entry. */
export const choose = async (
  scope: Page | Locator,
  label: string,
  option: string | RegExp,
): Promise<void> => {
  const page = 'page' in scope ? scope.page() : scope;
  await scope.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
};

/** Fills inputs by their labels. */
export const fill = async (
  scope: Page | Locator,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  for (const [label, value] of Object.entries(values))
    await scope.getByRole('textbox', { name: label, exact: true }).fill(value);
};

export const press = (scope: Page | Locator, name: string): Promise<void> =>
  scope.getByRole('button', { name, exact: true }).click();

export const seeHeading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name }).first().waitFor();
