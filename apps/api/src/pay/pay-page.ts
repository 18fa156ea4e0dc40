import type { CustomerDataField, CustomerKind } from '@zahlwerk/domain/customers/customer-data';
import { giroCode } from '@zahlwerk/domain/invoices/giro-code';
import type { Currency } from '@zahlwerk/domain/money/currency';
import type { Money } from '@zahlwerk/domain/money/money';
import { isPositive } from '@zahlwerk/domain/money/money';
import { plannedCharge } from '@zahlwerk/domain/payments/planned-charge';
import { refuseStart } from '@zahlwerk/domain/payments/start-payment';
import { amountCollectable, amountReceived } from '@zahlwerk/domain/workflow/balance';
import { lackingFields } from '@zahlwerk/domain/workflow/complete-customer-data';
import { deriveMoneyTrack, type MoneyTrack } from '@zahlwerk/domain/workflow/money-track';
import type { MethodType, PaymentCase } from '@zahlwerk/domain/workflow/payment-case';

/** What the customer sees: a surface of its own, never the case (rule 17). */
export interface PayPage {
  /** The token that opened the page; its documents are fetched with it. */
  readonly token: string;
  readonly organizationId: string;
  readonly caseId: string;
  readonly language: 'de' | 'en';
  readonly state: PaymentCase['state'];
  readonly payee: string;
  readonly payeeEmail: string | null;
  readonly reference: string;
  readonly orderReference: string | null;
  /** What for, where no lines say it. */
  readonly purpose: string | null;
  readonly amountDue: Money;
  readonly amountOpen: Money;
  readonly amountReceived: Money;
  readonly dueOn: string;
  readonly lines: readonly { readonly name: string; readonly quantity: string }[];
  readonly moneyTrack: MoneyTrack;
  /** When the customer's account is debited by itself; null when it is not. */
  readonly debitAt: Date | null;
  readonly methods: readonly MethodType[];
  readonly refusal: { readonly code: string } | null;
  readonly bankTransfer: BankTransfer | null;
  readonly lacking: LackingData | null;
}

/** What the business still has to know, and whether of a person or a company; nothing of what it knows. */
export interface LackingData {
  readonly kind: CustomerKind;
  readonly fields: readonly CustomerDataField[];
  /** The country of the business, which most of its customers share. */
  readonly country: string;
}

export interface BankTransfer {
  readonly holder: string;
  readonly iban: string;
  readonly bic: string | null;
  readonly giroCode: string | null;
}

const bankTransferOf = (state: PaymentCase, open: Money<Currency>): BankTransfer | null => {
  const account = state.organization.seller.bankAccount;
  if (!account || !isPositive(open)) return null;
  const { holder, iban, bic } = account;
  const code = giroCode({ holder, iban, bic, amount: open, reference: state.number });
  return { holder, iban, bic, giroCode: code.ok ? code.payload : null };
};

const lackingOf = (state: PaymentCase): LackingData | null => {
  const fields = lackingFields(state);
  const { country } = state.organization.seller;
  return fields.length > 0 ? { kind: state.customer.data.kind, fields, country } : null;
};

/** Derives the customer's page from the case; nothing on it names a member or an internal step. */
export const payPageOf = (state: PaymentCase, token: string): PayPage => {
  const open = amountCollectable(state);
  const planned = plannedCharge(state);
  const preferred = state.preferredMethod ?? 'CARD';
  const methods = state.definition.allowedMethodTypes
    .filter((method) => method === 'BANK_TRANSFER' || state.organization.hasProvider)
    .toSorted((a, b) => Number(b === preferred) - Number(a === preferred));
  return {
    token,
    organizationId: state.organization.id,
    caseId: state.id,
    language: state.customer.data.language,
    state: state.state,
    payee: state.organization.seller.name,
    payeeEmail: state.organization.seller.email,
    reference: state.number,
    orderReference: state.reference,
    purpose: state.description,
    amountDue: state.amountDue,
    amountOpen: open,
    amountReceived: amountReceived(state),
    dueOn: state.dueOn,
    lines: state.lines.map(({ name, quantity }) => ({ name, quantity })),
    moneyTrack: deriveMoneyTrack(state),
    debitAt: planned?.methodType === 'SEPA_DEBIT' ? planned.charge.at : null,
    methods,
    refusal: refuseStart(state, { methodType: methods[0] ?? 'CARD' }),
    lacking: lackingOf(state),
    bankTransfer: methods.includes('BANK_TRANSFER') ? bankTransferOf(state, open) : null,
  };
};
