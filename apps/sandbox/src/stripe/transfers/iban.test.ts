import { expect, it } from 'vitest';
import { isValidIban } from '../cards/test-ibans.ts';
import { TRANSFER_COUNTRIES, virtualIban } from './iban.ts';

const LENGTHS = { BE: 16, DE: 22, ES: 24, FR: 27, IE: 22, NL: 18 };

it.each(TRANSFER_COUNTRIES)('a virtual account in %s has a valid IBAN of the right length', (country) => {
  for (const seed of ['cus_A', 'cus_B', 'cus_9s6XKzkNRiz8i3']) {
    const iban = virtualIban(country, seed);
    expect(isValidIban(iban)).toBe(true);
    expect(iban).toHaveLength(LENGTHS[country]);
  }
});

it('belongs to one customer, and to him for ever', () => {
  expect(virtualIban('DE', 'cus_A')).toBe(virtualIban('DE', 'cus_A'));
  expect(virtualIban('DE', 'cus_A')).not.toBe(virtualIban('DE', 'cus_B'));
});
