import type { InvoiceSnapshot, SnapshotVatGroup } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { taxCaseRule, type VatCategory } from '@zahlwerk/domain/invoices/tax-case';
import { add } from '@zahlwerk/domain/money/money';
import { type MoneyJson, moneyFromJson, moneyToJson } from '@zahlwerk/domain/money/money.schema';
import { amountLeaf } from './values.ts';
import { leaf, node, type XmlElement } from './xml.ts';

interface Breakdown {
  readonly category: VatCategory;
  readonly rate: string;
  readonly net: MoneyJson;
  readonly vat: MoneyJson;
  readonly reasons: readonly string[];
  readonly vatex: string | null;
}

/** BG-23, one for each category and rate: the standard knows nothing of the tax cases behind them (BR-S-08, BR-AE-01 …). */
export const writeVatBreakdown = ({ vatGroups }: InvoiceSnapshot): readonly XmlElement[] =>
  vatGroups.reduce<readonly Breakdown[]>(addGroup, []).map((group) =>
    node(
      'ram:ApplicableTradeTax',
      amountLeaf('ram:CalculatedAmount', group.vat), // BT-117
      leaf('ram:TypeCode', 'VAT'),
      leaf('ram:ExemptionReason', statesReason(group) ? group.reasons.join('; ') : null), // BT-120
      amountLeaf('ram:BasisAmount', group.net), // BT-116
      leaf('ram:CategoryCode', group.category), // BT-118
      leaf('ram:ExemptionReasonCode', group.vatex), // BT-121
      leaf('ram:RateApplicablePercent', group.rate), // BT-119
    ),
  );

/** What is taxed has no reason not to be, not even at a rate of zero (BR-S-10, BR-Z-10). */
const statesReason = ({ category }: Breakdown): boolean => category !== 'S' && category !== 'Z';

const addGroup = (groups: readonly Breakdown[], group: SnapshotVatGroup): readonly Breakdown[] => {
  const { category, rate, net, vat, reason, taxCase } = group;
  const reasons = reason === null ? [] : [reason];
  const same = groups.find((other) => other.category === category && other.rate === rate);
  if (!same) return [...groups, { category, rate, net, vat, reasons, vatex: taxCaseRule(taxCase).vatex }];
  const merged: Breakdown = {
    ...same,
    net: plus(same.net, net),
    vat: plus(same.vat, vat),
    reasons: [...new Set([...same.reasons, ...reasons])],
  };
  return groups.map((other) => (other === same ? merged : other));
};

const plus = (one: MoneyJson, other: MoneyJson): MoneyJson =>
  moneyToJson(add(moneyFromJson(one), moneyFromJson(other)));
