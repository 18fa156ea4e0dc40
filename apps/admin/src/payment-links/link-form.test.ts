import { expect, test } from 'vitest';
import type { PaymentLinkViewFragment } from '#gql/graphql';
import { EMPTY_LINK, linkForm, toLinkInput, unreadableAmounts } from './link-form.ts';

const FREE = { ...EMPTY_LINK, titleDe: 'Spende', isFree: true, minimum: '5', maximum: '1.000,50' };

test('amounts are read the local way, and only those that count', () => {
  expect(unreadableAmounts({ ...FREE, amount: 'viel' }, 'de', 'EUR')).toEqual([]);
  expect(unreadableAmounts({ ...FREE, maximum: 'viel' }, 'de', 'EUR')).toEqual(['maximum']);
  expect(unreadableAmounts(EMPTY_LINK, 'de', 'EUR')).toEqual(['amount']);
});

test('a free amount is sent with its limits and without a tax', () => {
  expect(toLinkInput({ ...FREE, taxCase: 'DE_19' }, 'de', 'EUR')).toMatchObject({
    minimum: { amount: '5.00', currency: 'EUR' },
    maximum: { amount: '1000.50', currency: 'EUR' },
    taxCase: null,
  });
});

test('a link that there is comes back as it was typed', () => {
  const amount = { minor: '11900', currency: 'EUR', amount: '119.00' };
  const link: PaymentLinkViewFragment = {
    ...{ id: 'x', version: 1, titleDe: 'Kurs', titleEn: 'Course', descriptionDe: null, descriptionEn: null },
    ...{ amount, minimum: null, maximum: null, taxCase: 'DE_19', expiresOn: '2026-12-24', enabled: true },
    ...{ state: 'ACTIVE', url: 'https://example.org', caseCount: 0 },
  };
  const { amount: typed, isFree, taxCase } = linkForm(link, 'de');
  expect({ typed, isFree, taxCase }).toEqual({ typed: '119,00', isFree: false, taxCase: 'DE_19' });
});
