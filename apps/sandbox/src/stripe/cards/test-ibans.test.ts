import { describe, expect, it } from 'vitest';
import { debitOutcome, ibanByToken, isValidIban, normalizeIban, TEST_IBANS } from './test-ibans.ts';

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
    expect(debitOutcome('NL91ABNA0417164300').failure).toBeNull();
    expect(ibanByToken('pm_success_de')).toBe('DE89370400440532013000');
  });
});
