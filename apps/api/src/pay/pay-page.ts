import type { CustomerDataField, CustomerKind } from '@zahlwerk/domain/customers/customer-data';
import { giroCode } from '@zahlwerk/domain/invoices/giro-code';
import type { SkontoOffer } from '@zahlwerk/domain/invoices/skonto-terms';
import type { Currency } from '@zahlwerk/domain/money/currency';
import type { Money } from '@zahlwerk/domain/money/money';
import { add, isPositive, notBelowZero, subtract, zero } from '@zahlwerk/domain/money/money';
import { authorizedAttempt } from '@zahlwerk/domain/payments/authorization';
import { plannedCharge } from '@zahlwerk/domain/payments/planned-charge';
import { refuseStart } from '@zahlwerk/domain/payments/start-payment';
import { liveTransfer } from '@zahlwerk/domain/payments/transfers-to';
import { amountCollectable, amountReceived } from '@zahlwerk/domain/workflow/balance';
import { openSkonto } from '@zahlwerk/domain/workflow/case-skonto';
import { lackingFields } from '@zahlwerk/domain/workflow/complete-customer-data';
import { deriveMoneyTrack, type MoneyTrack } from '@zahlwerk/domain/workflow/money-track';
import type { MethodType, PaymentCase, TransferInstructions } from '@zahlwerk/domain/workflow/payment-case';

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
  /** Held on the customer's card and not collected. */
  readonly amountReserved: Money | null;
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

export interface BankTransfer extends TransferInstructions {
  /** Over all that is open: who waits until the last day is over has nothing else to scan. */
  readonly giroCode: string | null;
  readonly skonto: SkontoOffer | null;
}

/** Where to transfer what is open: to the business, or to the account that the provider has named for it (rule 25). */
const bankTransferOf = (state: PaymentCase, open: Money<Currency>, today: string): BankTransfer | null => {
  const account = state.organization.seller.bankAccount;
  const own = account && { ...account, reference: state.number };
  const to = state.transfersTo === 'PROVIDER' ? liveTransfer(state)?.transfer : own;
  if (!to || !isPositive(open)) return null;
  const { holder, iban, bic, reference } = to;
  const code = giroCode({ holder, iban, bic, amount: open, reference });
  const skonto = state.transfersTo === 'OWN_ACCOUNT' ? openSkonto(state, today) : null;
  return { holder, iban, bic, reference, giroCode: code.ok ? code.payload : null, skonto };
};

/** Through the provider, or by transfer to an account that the business has. */
const isOffered = ({ organization, transfersTo }: PaymentCase, method: MethodType): boolean =>
  method === 'BANK_TRANSFER' && transfersTo === 'OWN_ACCOUNT'
    ? organization.seller.bankAccount !== null
    : organization.hasProvider;

const lackingOf = (state: PaymentCase): LackingData | null => {
  const fields = lackingFields(state);
  const { country } = state.organization.seller;
  return fields.length > 0 ? { kind: state.customer.data.kind, fields, country } : null;
};

/** Derives the customer's page from the case; nothing on it names a member or an internal step. */
export const payPageOf = (state: PaymentCase, token: string, today: string): PayPage => {
  const transfer = liveTransfer(state);
  const funded = transfer?.funded ?? zero(state.amountDue.currency);
  const open = notBelowZero(subtract(amountCollectable(state), funded));
  const planned = plannedCharge(state);
  const preferred = transfer ? 'BANK_TRANSFER' : (state.preferredMethod ?? 'CARD');
  const methods = state.definition.allowedMethodTypes
    .filter((method) => isOffered(state, method))
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
    amountReserved: authorizedAttempt(state)?.amount ?? null,
    amountReceived: add(amountReceived(state), funded),
    dueOn: state.dueOn,
    lines: state.lines.map(({ name, quantity }) => ({ name, quantity })),
    moneyTrack: deriveMoneyTrack(state),
    debitAt: planned?.methodType === 'SEPA_DEBIT' ? planned.charge.at : null,
    methods,
    refusal: refuseStart(state, { methodType: methods[0] ?? 'CARD' }),
    lacking: lackingOf(state),
    bankTransfer: methods.includes('BANK_TRANSFER') ? bankTransferOf(state, open, today) : null,
  };
};
