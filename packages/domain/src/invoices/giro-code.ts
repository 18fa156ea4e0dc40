import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import { moneyFromJson } from '../money/money.schema.ts';
import { type Money, toDecimal } from '../money/money.ts';
import type { InvoiceSnapshot } from './invoice-snapshot.schema.ts';

export interface Transfer {
  /** The account holder exactly as the bank knows it; it is never shortened (Verification of Payee). */
  readonly holder: string;
  readonly iban: string;
  readonly bic: string | null;
  readonly amount: Money;
  /** What the payer's bank writes into the remittance information. */
  readonly reference: string;
}

export type GiroCodeRefusal =
  | 'NOT_EUR'
  | 'NOTHING_OPEN'
  | 'AMOUNT_TOO_LARGE'
  | 'HOLDER_UNFIT'
  | 'IBAN_INVALID'
  | 'BIC_INVALID'
  | 'REFERENCE_UNFIT'
  | 'NO_BANK_ACCOUNT'
  | 'TOO_LONG';

export type GiroCode =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly code: GiroCodeRefusal };

const LARGEST_MINOR = 99_999_999_999n;
const LARGEST_BYTES = 331;

/**
 * The content of a GiroCode: a SEPA credit transfer as EPC069-12 writes it (version 002, UTF-8, unstructured
 * remittance text). The amount is the balance that is open now; refused when nothing is open or it is not in euros.
 */
export const giroCode = ({ holder, iban, bic, amount, reference }: Transfer): GiroCode => {
  const account = electronicFormatIBAN(iban) ?? '';
  if (amount.currency !== 'EUR') return refused('NOT_EUR');
  if (amount.minor <= 0n) return refused('NOTHING_OPEN');
  if (amount.minor > LARGEST_MINOR) return refused('AMOUNT_TOO_LARGE');
  if (!isValidIBAN(account)) return refused('IBAN_INVALID');
  if (bic !== null && !isValidBIC(bic)) return refused('BIC_INVALID');
  if (!isOneLine(holder, 70)) return refused('HOLDER_UNFIT');
  if (!isOneLine(reference, 140)) return refused('REFERENCE_UNFIT');
  const payload = [
    'BCD',
    '002',
    '1',
    'SCT',
    bic ?? '',
    holder,
    account,
    `EUR${toDecimal(amount)}`,
    '',
    '',
    reference,
  ].join('\n');
  return new TextEncoder().encode(payload).length > LARGEST_BYTES
    ? refused('TOO_LONG')
    : { ok: true, payload };
};

/** The GiroCode of an issued document over what it asks for; a Storno and a paid document have none. */
export const giroCodeOf = ({ seller, open, paymentReference }: InvoiceSnapshot): GiroCode =>
  seller.bankAccount
    ? giroCode({ ...seller.bankAccount, amount: moneyFromJson(open), reference: paymentReference })
    : refused('NO_BANK_ACCOUNT');

const refused = (code: GiroCodeRefusal): GiroCode => ({ ok: false, code });

/** A line break would shift every field behind it. */
const isOneLine = (text: string, maxLength: number): boolean =>
  text.trim() !== '' && text.length <= maxLength && !/[\r\n]/.test(text);
