import { describe, expect, it } from 'vitest';
import { isDecimal } from './decimal.ts';
import { TAX_CASE_NAMES, taxCaseRule } from './tax-case.ts';

const rules = TAX_CASE_NAMES.map((name) => ({ name, ...taxCaseRule(name) }));

describe('the table of tax cases', () => {
  it('has a rate above zero only where VAT is charged', () => {
    expect(rules.filter((rule) => rule.rate !== '0').map((rule) => rule.name)).toEqual(['DE_19', 'DE_7']);
    expect(rules.filter((rule) => rule.category === 'S').map((rule) => rule.name)).toEqual(['DE_19', 'DE_7']);
    expect(rules.every((rule) => isDecimal(rule.rate))).toBe(true);
  });

  it('says on the invoice why there is no VAT, or asks the line for the reason', () => {
    for (const rule of rules.filter(({ category }) => category !== 'S')) {
      const isExplained = rule.text !== null || rule.conditions.includes('EXEMPTION_REASON');
      expect(isExplained, rule.name).toBe(true);
    }
  });

  it('keeps the wording that German law demands in the English text too', () => {
    for (const name of ['DE_13B', 'EU_SERVICE_RC', 'DE_KLEIN', 'EU_SUPPLY', 'EXPORT'] as const) {
      const { text } = taxCaseRule(name);
      expect(text?.en).toContain(text?.de);
    }
  });

  it('asks for both VAT ids in trade within the Union', () => {
    for (const name of ['EU_SERVICE_RC', 'EU_SUPPLY'] as const)
      expect(taxCaseRule(name).conditions).toEqual(expect.arrayContaining(['SELLER_VAT_ID', 'BUYER_VAT_ID']));
    expect(taxCaseRule('DE_13B').conditions).toEqual(['BUYER_VAT_ID']);
  });
});
