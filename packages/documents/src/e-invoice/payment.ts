import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { isPositive } from '@zahlwerk/domain/money/money';
import { moneyFromJson } from '@zahlwerk/domain/money/money.schema';
import { dateNode } from './values.ts';
import { leaf, node, nodeIfFilled, type XmlElement } from './xml.ts';

/** Codes of UNTDID 4461 (BT-81). */
const MEANS = { UNDEFINED: '1', TRANSFER: '30', SEPA_TRANSFER: '58', ONLINE: '68' } as const;

/** BG-16: how to pay, as the PDF says it. Where nothing is asked for no means is named, so nobody pays again. */
export const writePaymentMeans = ({ open, seller, currency }: InvoiceSnapshot): XmlElement => {
  const { bankAccount } = seller;
  if (!isPositive(moneyFromJson(open))) return means(MEANS.UNDEFINED);
  if (!bankAccount) return means(MEANS.ONLINE);
  return means(
    currency === 'EUR' ? MEANS.SEPA_TRANSFER : MEANS.TRANSFER,
    node(
      'ram:PayeePartyCreditorFinancialAccount',
      leaf('ram:IBANID', bankAccount.iban), // BT-84
      leaf('ram:AccountName', bankAccount.holder), // BT-85
    ),
    nodeIfFilled('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', bankAccount.bic)), // BT-86
  );
};

const means = (code: string, ...account: readonly (XmlElement | null)[]): XmlElement =>
  node('ram:SpecifiedTradeSettlementPaymentMeans', leaf('ram:TypeCode', code), account);

/** Until when (BT-9), or that nothing is asked for (BT-20): XRechnung wants the element in any case (BR-DE-18-a). */
export const writeTerms = ({ dueOn, locale }: InvoiceSnapshot): XmlElement =>
  node(
    'ram:SpecifiedTradePaymentTerms',
    dueOn === null ? leaf('ram:Description', NOTHING_TO_PAY[locale]) : dateNode('ram:DueDateDateTime', dueOn),
  );

const NOTHING_TO_PAY = {
  de: 'Mit diesem Beleg ist nichts zu zahlen.',
  en: 'Nothing is to be paid on this document.',
};
