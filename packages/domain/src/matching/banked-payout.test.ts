import { expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { payoutBehind } from './banked-payout.ts';
import { aMovement } from './open-claim.fixture.ts';

const payout = (id: string, arrivalOn: string | null = '2026-11-23', minor = 11_900n) => ({
  ...{ id, net: money(minor, 'EUR'), arrivalOn },
});
const fromProvider = aMovement({ payer: 'Stripe Technology Europe Ltd' });
const idBehind = (...given: Parameters<typeof payoutBehind>) => payoutBehind(...given)?.id ?? null;

it('is the payout over the same amount that was to arrive then, whether name or text says the provider', () => {
  expect(idBehind(fromProvider, [payout('other', '2026-11-23', 5_000n), payout('it')])).toBe('it');
  expect(idBehind(aMovement({ payer: null, texts: ['STRIPE PAYOUT'] }), [payout('it')])).toBe('it');
});

it('is the one whose day is nearest where several have the amount', () => {
  expect(idBehind(fromProvider, [payout('late', '2026-11-26'), payout('near', '2026-11-22')])).toBe('near');
});

it('is none for a customer, another amount, another week, or money that goes back', () => {
  expect(idBehind(aMovement({ payer: 'Pinstripe Moden GmbH' }), [payout('it')])).toBeNull();
  expect(idBehind(fromProvider, [payout('it', '2026-11-23', 11_901n)])).toBeNull();
  expect(idBehind(fromProvider, [payout('it', '2026-12-01'), payout('unknown', null)])).toBeNull();
  expect(idBehind({ ...fromProvider, isGoingBack: true }, [payout('it')])).toBeNull();
});
