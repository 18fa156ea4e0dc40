import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { taxCaseRule } from '@zahlwerk/domain/invoices/tax-case';
import type { MoneyJson } from '@zahlwerk/domain/money/money.schema';
import { amountLeaf } from './values.ts';
import { leaf, node, type XmlElement } from './xml.ts';

/** Code of UNTDID 5189 for a discount, whatever its reason says. */
const DISCOUNT = '95';

/**
 * BG-20: the discount on the whole, one for each tax case that it lowers. The standard knows the category and rate alone,
 * so two of them may have the same.
 */
export const writeDiscounts = ({ discount, vatGroups }: InvoiceSnapshot): readonly XmlElement[] =>
  (discount?.parts ?? []).map((part) =>
    writeDiscount(
      part,
      discount?.reason ?? null,
      discount?.percent ?? null,
      node(
        'ram:CategoryTradeTax',
        leaf('ram:TypeCode', 'VAT'),
        leaf('ram:CategoryCode', taxCaseRule(part.taxCase).category), // BT-95
        leaf(
          'ram:RateApplicablePercent',
          vatGroups.find(({ taxCase }) => taxCase === part.taxCase)?.rate ?? null,
        ), // BT-96
      ),
    ),
  );

/** An allowance as CII writes it (BT-92 to 94, 97, 98; BT-136 to 140). The base belongs to a percentage and stands with none else (PEPPOL-EN16931-R041, R042). */
export const writeDiscount = (
  { base, amount }: { readonly base: MoneyJson; readonly amount: MoneyJson },
  reason: string | null,
  percent: string | null,
  tax: XmlElement | null = null,
): XmlElement =>
  node(
    'ram:SpecifiedTradeAllowanceCharge',
    node('ram:ChargeIndicator', leaf('udt:Indicator', 'false')),
    leaf('ram:CalculationPercent', percent),
    percent === null ? null : amountLeaf('ram:BasisAmount', base),
    amountLeaf('ram:ActualAmount', amount),
    leaf('ram:ReasonCode', DISCOUNT),
    leaf('ram:Reason', reason),
    tax,
  );
