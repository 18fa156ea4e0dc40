import type { EInvoiceProfile } from '@zahlwerk/domain/invoices/e-invoice-gaps';
import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { skontoPercent } from '@zahlwerk/domain/invoices/skonto-terms';
import { isPositive } from '@zahlwerk/domain/money/money';
import { moneyFromJson } from '@zahlwerk/domain/money/money.schema';
import { skontoSentence } from '../skonto-sentence.ts';
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

/**
 * Until when (BT-9), and what may be kept before that or that nothing is asked for (BT-20): XRechnung wants the element in
 * any case (BR-DE-18-a).
 */
export const writeTerms = (snapshot: InvoiceSnapshot, profile: EInvoiceProfile): XmlElement => {
  const { dueOn, locale } = snapshot;
  const terms = dueOn === null ? NOTHING_TO_PAY[locale] : skontoTerms(snapshot, profile);
  return node(
    'ram:SpecifiedTradePaymentTerms',
    leaf('ram:Description', terms),
    dueOn === null ? null : dateNode('ram:DueDateDateTime', dueOn),
  );
};

/**
 * EN 16931 has no field for Skonto (the discount terms of CII belong to the profile EXTENDED), so it stands in BT-20: in the
 * form of XRechnung (BR-DE-18), which machines read, and where people read the XML as well, as a sentence before it.
 */
const skontoTerms = (snapshot: InvoiceSnapshot, profile: EInvoiceProfile): string | null => {
  const { skonto, paid, totals, locale } = snapshot;
  if (!skonto) return null;
  // The base is what is due, unless the line says otherwise.
  const base = isPositive(moneyFromJson(paid)) ? `BASISBETRAG=${totals.gross.amount}#` : '';
  const line = `#SKONTO#TAGE=${skonto.days}#PROZENT=${skontoPercent(skonto)}#${base}\n`;
  return profile === 'XRECHNUNG' ? line : `${skontoSentence(skonto, locale)}\n${line}`;
};

const NOTHING_TO_PAY = {
  de: 'Mit diesem Beleg ist nichts zu zahlen.',
  en: 'Nothing is to be paid on this document.',
};
