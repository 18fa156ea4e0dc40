import { describe, expect, it } from 'vitest';
import { aKnownCustomer, aPayment, aPaymentCase } from '../../test/a-payment-case.ts';
import { aCompany, aPerson } from '../customers/customer.fixture.ts';
import type { CustomerData } from '../customers/customer-data.ts';
import { isSamePayer } from './same-payer.ts';

const isSame = (payer: string | null, data: CustomerData = aCompany(), attemptId: string | null = null) =>
  isSamePayer(aPaymentCase({ customer: aKnownCustomer({ data }) }), aPayment({ payer, attemptId }));

describe('isSamePayer', () => {
  it('knows the customer’s account, whatever name the bank writes', () => {
    const payment = aPayment({ payer: 'Wer anders', payerIban: 'DE02120300000000202051' });
    const known = aCompany({ iban: 'DE02120300000000202051' });
    expect(isSamePayer(aPaymentCase({ customer: aKnownCustomer({ data: known }) }), payment)).toBe(true);
    expect(isSamePayer(aPaymentCase({ customer: aKnownCustomer({ data: aCompany() }) }), payment)).toBe(
      false,
    );
  });

  it.each([
    ['Bäckerei Sonnenschein GmbH', aCompany()],
    ['BAECKEREI SONNENSCHEIN GMBH', aCompany()],
    ['Müller, Anna', aPerson()],
    ['Sonnenschein', aPerson({ company: 'Sonnenschein' })],
  ])('knows %s', (payer, data) => {
    expect(isSame(payer, data)).toBe(true);
  });

  it.each([
    ['Erika Fremd', aCompany()],
    ['Anna', aPerson()],
    [null, aCompany()],
    ['', aCompany({ company: null })],
    ['---', aPerson({ givenName: null, familyName: null })],
  ])('does not know %s', (payer, data) => {
    expect(isSame(payer, data)).toBe(false);
  });

  it("takes what came through the case's own attempt for the customer's", () => {
    expect(isSame('Erika Fremd', aCompany(), 'attempt')).toBe(true);
  });
});
