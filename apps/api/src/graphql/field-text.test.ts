import { CUSTOMER_ERROR_CODES } from '@zahlwerk/domain/customers/customer-data.schema';
import { describe, expect, it } from 'vitest';
import { FIELD_TEXT, fieldText } from './field-text.ts';

describe('the sentence for a wrong field', () => {
  it.each(CUSTOMER_ERROR_CODES)('exists in both languages for %s', (code) => {
    expect(FIELD_TEXT[code]?.de).toBeTruthy();
    expect(FIELD_TEXT[code]?.en).toBeTruthy();
  });

  it('says at least that it is not valid', () => {
    expect(fieldText('SOMETHING_NEW', 'en')).toBe('This is not valid.');
  });
});
