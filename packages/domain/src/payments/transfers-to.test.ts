import { expect, it } from 'vitest';
import { anAttempt, eur } from '../../test/a-payment-case.ts';
import { liveTransfer, transfersToOf } from './transfers-to.ts';

it('goes to the provider where the business wants it, has one, and the claim is in euros', () => {
  const wanted = { transfersTo: 'PROVIDER', hasProvider: true } as const;
  expect(transfersToOf(wanted, 'EUR')).toBe('PROVIDER');
  expect(transfersToOf(wanted, 'CHF')).toBe('OWN_ACCOUNT');
  expect(transfersToOf({ ...wanted, hasProvider: false }, 'EUR')).toBe('OWN_ACCOUNT');
  expect(transfersToOf({ ...wanted, transfersTo: 'OWN_ACCOUNT' }, 'EUR')).toBe('OWN_ACCOUNT');
});

it('is live from the account being named until the money is there', () => {
  const transfer = { holder: 'Anbieter', iban: 'DE00', bic: null, reference: 'ABCD' };
  const awaited = anAttempt({ via: 'TRANSFER', state: 'REQUIRES_ACTION', transfer, funded: eur(1) });
  expect(liveTransfer({ attempts: [anAttempt(), awaited] })).toBe(awaited);
  for (const over of [{ state: 'SUCCEEDED' }, { state: 'CANCELED' }, { transfer: null }] as const)
    expect(liveTransfer({ attempts: [{ ...awaited, ...over }] })).toBeUndefined();
});
