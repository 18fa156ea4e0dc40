import { expect, test } from 'vitest';
import { paths } from './paths.ts';

test('the addresses of the panel are what people have bookmarked', () => {
  expect(Object.values(paths)).toMatchInlineSnapshot(`
    [
      "/",
      "/cases",
      "/cases/new",
      "/cases/$caseId",
      "/tasks",
      "/customers",
      "/customers/$customerId",
      "/invoices",
      "/invoices/$invoiceId",
      "/payment-links",
      "/payment-links/$linkId",
      "/payments",
      "/payments/$paymentId",
      "/bank",
      "/payouts",
      "/payouts/$payoutId",
      "/ledger",
      "/ledger/$accountId",
      "/partners",
      "/settings",
      "/sign-in",
      "/sign-up",
      "/forgot-password",
      "/reset-password/$token",
      "/account",
      "/create-business",
      "/invitation/$token",
    ]
  `);
});

test('no address stands for two screens', () => {
  expect(new Set(Object.values(paths)).size).toBe(Object.values(paths).length);
});
