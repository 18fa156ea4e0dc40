import { expect, test } from 'vitest';
import { navFor } from './nav.ts';

test('keys and settings are for the owner alone', () => {
  expect(navFor('OWNER').map(({ name }) => name)).toContain('settings');
  for (const role of ['TEAM_LEAD', 'CLERK', 'ADVISER'] as const) {
    expect(navFor(role).map(({ name }) => name)).toEqual([
      'overview',
      'cases',
      'tasks',
      'customers',
      'invoices',
      'paymentLinks',
      'payments',
      'bank',
      'payouts',
      'ledger',
    ]);
  }
});
