import type { TaxBehavior } from '#gql/graphql';

const KEY = 'zahlwerk.tax-behavior';

/** How prices were typed last in this browser: a shop types gross prices, a workshop net ones. */
export const usualTaxBehavior = (): TaxBehavior => {
  try {
    return localStorage.getItem(KEY) === 'INCLUSIVE' ? 'INCLUSIVE' : 'EXCLUSIVE';
  } catch {
    return 'EXCLUSIVE';
  }
};

export const rememberTaxBehavior = (taxBehavior: TaxBehavior): void => {
  try {
    localStorage.setItem(KEY, taxBehavior);
  } catch {
    // Without storage it is chosen anew each time.
  }
};
