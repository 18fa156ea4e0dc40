import { describe, expect, it } from 'vitest';
import {
  debitOutcome,
  ibanByToken,
  ibanRefusal,
  isValidIban,
  normalizeIban,
  TEST_IBANS,
} from './test-ibans.ts';

describe('test IBANs', () => {
  it('are all valid, each once', () => {
    const ibans = TEST_IBANS.map(({ iban }) => iban);
    expect(ibans.filter((iban) => !isValidIban(iban))).toEqual([]);
    expect(new Set(ibans).size).toBe(ibans.length);
  });

  it('are checked by their check digits', () => {
    expect(isValidIban(normalizeIban('de89 3704 0044 0532 0130 00'))).toBe(true);
    expect(isValidIban('DE89370400440532013001')).toBe(false);
    expect(isValidIban('DE89')).toBe(false);
  });

  it('decide what becomes of a debit; any other IBAN is paid', () => {
    expect(debitOutcome('DE62370400440532013001').failure?.code).toBe('incorrect_account_holder_name');
    expect(debitOutcome('AT483200000012345864').failure).toBeNull();
    expect(debitOutcome('NL91ABNA0417164300').failure?.code).toBe('incorrect_account_holder_name');
    expect(debitOutcome('DE35370400440532013002').disputedAs).toBe('customer_initiated');
    expect(ibanByToken('pm_success_de')).toBe('DE89370400440532013000');
    expect(ibanByToken('pm_sepaDebit_insufficientFunds_fr')).toBe('FR9720041010050000002222227');
  });

  it('may be refused before anything is debited', () => {
    expect(ibanRefusal('DE91370400440000055555')?.code).toBe('sepa_debit_bank_not_supported');
    expect(ibanRefusal('DE18370400440000066666')?.code).toBe('sepa_debit_debits_not_supported');
    expect(ibanRefusal('DE89370400440532013000')).toBeUndefined();
  });
});
