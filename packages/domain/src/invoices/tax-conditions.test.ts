import { describe, expect, it, test } from 'vitest';
import { aKnownCustomer, anOrganization, aPaymentCase, eur } from '../../test/a-payment-case.ts';
import { aCompany } from '../customers/customer.fixture.ts';
import type { CustomerData } from '../customers/customer-data.ts';
import { invoiceProblem } from '../workflow/steps/create-payment-task.ts';
import { aLine, aSeller, charged } from './invoice.fixture.ts';
import { type InvoiceLine, priceInvoice } from './invoice-lines.ts';
import type { Seller } from './invoice-snapshot.schema.ts';
import { refuseContent } from './mandatory-fields.ts';
import { TAX_CASE_NAMES, type TaxCase, type TaxCondition, taxCaseRule } from './tax-case.ts';
import { type TaxGapCode, taxGapMessage, unmetConditions } from './tax-conditions.ts';

interface Deal {
  readonly seller?: Partial<Seller>;
  readonly customer?: Partial<CustomerData>;
  readonly line?: Partial<InvoiceLine>;
}

const IRISH = { country: 'IE', city: 'Dublin', postalCode: 'D02 XY45', vatId: 'IE6388047V' } as const;

/** Who has to deal with whom so that a case may be used. */
const LAWFUL: Readonly<Record<TaxCase, Deal>> = {
  DE_19: {},
  DE_7: {},
  DE_0_PV: {},
  DE_KLEIN: { seller: { smallBusiness: true } },
  DE_EXEMPT: { line: { exemptionReason: 'Steuerfrei nach § 4 Nr. 21 UStG' } },
  DE_13B: {},
  EU_SERVICE_RC: { customer: IRISH },
  EU_SUPPLY: { customer: IRISH },
  EXPORT: { customer: { country: 'CH', city: 'Zürich', postalCode: '8001', vatId: null } },
};

/** How each condition is broken, and by which name it is refused. */
const BROKEN: Readonly<Record<TaxCondition, readonly (readonly [Deal, code: string, field: string])[]>> = {
  BUYER_VAT_ID: [
    [{ customer: { vatId: null } }, 'BUYER_VAT_ID_MISSING', 'customer.vatId'],
    [{ customer: { vatId: '  ' } }, 'BUYER_VAT_ID_MISSING', 'customer.vatId'],
  ],
  BUYER_VAT_ID_OF_OTHER_COUNTRY: [
    [{ customer: { vatId: 'DE136695976' } }, 'BUYER_VAT_ID_NOT_FOREIGN', 'customer.vatId'],
  ],
  SELLER_VAT_ID: [[{ seller: { vatId: null } }, 'SELLER_VAT_ID_MISSING', 'seller.vatId']],
  BUYER_IN_OTHER_EU_COUNTRY: [
    [{ customer: { country: 'DE' } }, 'BUYER_NOT_IN_OTHER_EU_COUNTRY', 'customer.country'],
    [{ customer: { country: 'CH' } }, 'BUYER_NOT_IN_OTHER_EU_COUNTRY', 'customer.country'],
    [{ customer: { country: null } }, 'BUYER_NOT_IN_OTHER_EU_COUNTRY', 'customer.country'],
  ],
  BUYER_OUTSIDE_EU: [
    [{ customer: { country: 'DE' } }, 'BUYER_NOT_OUTSIDE_EU', 'customer.country'],
    [{ customer: { country: 'IE' } }, 'BUYER_NOT_OUTSIDE_EU', 'customer.country'],
    [{ customer: { country: null } }, 'BUYER_NOT_OUTSIDE_EU', 'customer.country'],
  ],
  SMALL_BUSINESS: [[{ seller: { smallBusiness: false } }, 'NOT_A_SMALL_BUSINESS', 'lines.0.taxCase']],
  EXEMPTION_REASON: [
    [{ line: { exemptionReason: null } }, 'EXEMPTION_REASON_MISSING', 'lines.0.exemptionReason'],
    [{ line: { exemptionReason: ' ' } }, 'EXEMPTION_REASON_MISSING', 'lines.0.exemptionReason'],
  ],
};

/** A case of one line whose claim is its sum, so that nothing but its tax can be wrong. */
const caseOf = (taxCase: TaxCase, broken: Deal = {}) => {
  const lawful = LAWFUL[taxCase];
  const lines = [aLine({ taxCase, unitPrice: '500', ...lawful.line, ...broken.line })];
  return aPaymentCase({
    at: 'CREATE_PAYMENT_TASK',
    organization: anOrganization({ seller: aSeller({ ...lawful.seller, ...broken.seller }) }),
    customer: aKnownCustomer({ data: aCompany({ ...lawful.customer, ...broken.customer }) }),
    lines,
    amountDue: eur(priceInvoice(charged(lines), 'EUR').gross.minor),
  });
};

const refusalsOf = ({ organization, customer, lines, supply, amountDue }: ReturnType<typeof caseOf>) =>
  refuseContent({
    seller: organization.seller,
    customer: customer.data,
    lines,
    discount: null,
    taxBehavior: 'EXCLUSIVE',
    supply,
    currency: amountDue.currency,
  });

describe.each(TAX_CASE_NAMES)('%s', (taxCase) => {
  it('is invoiced between those for whom it is meant', () => {
    expect(invoiceProblem(caseOf(taxCase))).toBeNull();
  });

  const violations = taxCaseRule(taxCase).conditions.flatMap((condition) =>
    BROKEN[condition].map(([broken, code, field]) => ({ condition, broken, code, field })),
  );
  it.each(violations)(
    'is refused by name before it has a number: $code, $broken',
    ({ broken, code, field }) => {
      const state = caseOf(taxCase, broken);
      expect(refusalsOf(state).map((one) => `${one.code} ${one.field}`)).toContain(`${code} ${field}`);
      const problem = invoiceProblem(state);
      expect(problem).toMatchObject({ code: 'INVOICE_INCOMPLETE', step: 'CREATE_PAYMENT_TASK' });
      expect(problem?.detail).toContain(field);
    },
  );

  it('is refused without the time of supply and without the address of the buyer', () => {
    const homeless = caseOf(taxCase, { customer: { city: null } });
    expect(refusalsOf(homeless).map(({ field }) => field)).toContain('customer.city');
    const timeless = { ...caseOf(taxCase), supply: null };
    // § 34a UStDV does not ask a small business for it.
    expect(refusalsOf(timeless).map(({ code }) => code)).toEqual(
      taxCase === 'DE_KLEIN' ? [] : ['SUPPLY_MISSING'],
    );
  });
});

test('an id of Greece and one of Northern Ireland are those of another country', () => {
  for (const vatId of ['EL094259216', 'XI123456789'])
    expect(
      unmetConditions('EU_SUPPLY', { seller: aSeller(), customer: { country: 'GR', vatId } }).map(
        ({ code }) => code,
      ),
    ).toEqual([]);
});

test('every gap is a sentence in both languages', () => {
  const gaps: readonly TaxGapCode[] = TAX_CASE_NAMES.flatMap((taxCase) =>
    [true, false].flatMap((smallBusiness) =>
      unmetConditions(taxCase, {
        seller: aSeller({ smallBusiness, vatId: null }),
        customer: { country: null, vatId: null },
      }).map(({ code }) => code),
    ),
  );
  for (const code of new Set(gaps))
    for (const locale of ['de', 'en'] as const) expect(taxGapMessage(code, locale)).toMatch(/\.$/);
});
