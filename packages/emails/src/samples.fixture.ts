import type { BankAccount } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { money } from '@zahlwerk/domain/money/money';
import type { Business, ToCustomer } from './mail.ts';
import type { PropsByTemplate } from './templates.ts';

export const aBusiness = (overrides: Partial<Business> = {}): Business => ({
  name: 'Atelier Nordlicht GmbH',
  street: 'Hansaring 7',
  postalCode: '50670',
  city: 'Köln',
  country: 'DE',
  email: 'hallo@nordlicht.example',
  phone: '+49 221 9876543',
  website: 'nordlicht.example',
  register: 'Amtsgericht Köln, HRB 12345',
  management: 'Geschäftsführerin: Dr. Frauke Lüders',
  taxNumber: '215/5815/0815',
  vatId: 'DE136695976',
  ...overrides,
});

export const aBankAccount = (overrides: Partial<BankAccount> = {}): BankAccount => ({
  holder: 'Atelier Nordlicht GmbH',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFFXXX',
  bankName: 'Beispielbank Köln',
  ...overrides,
});

const toCustomer: ToCustomer = { business: aBusiness(), customerName: 'Jana Roth', isTest: false };

const bankAccount = aBankAccount();
const amount = money(123450n, 'EUR');
const reference = 'ZV-2026-000042';
const orderReference = 'B-20731';
const invoiceNumber = 'RE-2026-0117';
const payUrl = 'https://zahlen.nordlicht.example/pay/k3Jq8zT1vXw7Lr5N';
const card = { type: 'CARD', last4: '4242' } as const;

/** Complete props for every template; tests and the gallery spread over them what they are about. */
export const SAMPLES: PropsByTemplate = {
  'payment-request': {
    ...toCustomer,
    amount,
    dueOn: '2026-12-07',
    reference,
    orderReference,
    purpose: 'Lampenserie „Polarnacht“, 6 Stück',
    payUrl,
    bankAccount,
  },
  'data-request': {
    ...toCustomer,
    amount,
    reference,
    orderReference,
    fields: ['street', 'postalCode', 'phone'],
    furtherItems: ['Unterschriebener Lieferschein'],
    dataUrl: 'https://zahlen.nordlicht.example/pay/d7Wm2cH9',
    validUntil: '2026-12-07',
  },
  'method-link': {
    ...toCustomer,
    amount,
    reference,
    orderReference,
    stored: { ...card, validUntil: '2026-11-30' },
    methodUrl: 'https://zahlen.nordlicht.example/method/p9Xc4bR6',
    validUntil: '2026-11-26T14:30',
  },
  'sign-in-code': { ...toCustomer, code: '482913', validMinutes: 10, purpose: 'METHOD_CHANGE' },
  invoice: {
    ...toCustomer,
    kind: 'INVOICE',
    number: invoiceNumber,
    issuedOn: '2026-11-23',
    cancels: null,
    total: amount,
    open: amount,
    dueOn: '2026-12-07',
    reference,
    orderReference,
    payUrl,
    bankAccount,
  },
  'payment-failed': {
    ...toCustomer,
    amount,
    reference,
    orderReference,
    failedOn: '2026-11-23',
    method: card,
    failureCode: 'insufficient_funds',
    retryUrl: `${payUrl}?retry=1`,
    payUrl,
    bankAccount,
  },
  'partial-received': {
    ...toCustomer,
    received: money(90000n, 'EUR'),
    receivedOn: '2026-11-30',
    open: money(33450n, 'EUR'),
    dueOn: '2026-12-07',
    reference,
    orderReference,
    invoiceNumber,
    payUrl,
    bankAccount,
  },
  receipt: {
    ...toCustomer,
    amount,
    receivedOn: '2026-11-30',
    method: card,
    reference,
    orderReference,
    invoiceNumber,
    receiptNumber: 'QU-2026-0093',
    credit: null,
    feedback: {
      goodUrl: 'https://zahlen.nordlicht.example/feedback/f1?rating=good',
      fairUrl: 'https://zahlen.nordlicht.example/feedback/f1?rating=fair',
      poorUrl: 'https://zahlen.nordlicht.example/feedback/f1?rating=poor',
    },
  },
  refund: {
    ...toCustomer,
    amount: money(20500n, 'EUR'),
    refundedOn: '2026-12-02',
    method: card,
    reference,
    orderReference,
    invoiceNumber,
    effect: { kind: 'REDUCE', correctionNumber: 'RE-2026-0121' },
  },
  'dispute-or-return': {
    ...toCustomer,
    amount,
    happenedOn: '2026-12-09',
    method: { type: 'SEPA_DEBIT', last4: '3000' },
    reference,
    orderReference,
    invoiceNumber,
    reversal: { kind: 'RETURNED', failureCode: 'insufficient_funds', open: amount, payUrl, bankAccount },
  },
  reminder: {
    ...toCustomer,
    level: 0,
    open: money(33450n, 'EUR'),
    dueOn: '2026-12-07',
    payUntil: '2026-12-21',
    reference,
    orderReference,
    invoiceNumber,
    payUrl,
    bankAccount,
  },
  'pre-notice': {
    ...toCustomer,
    amount,
    debitOn: '2026-12-07',
    mandateReference: 'NL-M-00312',
    creditorId: 'DE98ZZZ09999999999',
    collectedBy: null,
    accountLast4: '3000',
    reference,
    orderReference,
    invoiceNumber,
    methodUrl: 'https://zahlen.nordlicht.example/method/p9Xc4bR6',
  },
  'internal-notice': {
    business: aBusiness(),
    isTest: false,
    kind: 'AMOUNT_DEVIATION',
    recipientName: null,
    reference,
    customerName: 'Jana Roth',
    orderReference,
    amount,
    received: money(90000n, 'EUR'),
    dueOn: '2026-12-07',
    detail: null,
    panelUrl: 'https://zahlen.nordlicht.example/cases/ZV-2026-000042',
  },
  invitation: {
    business: aBusiness(),
    isTest: false,
    inviteeName: 'Mehmet Aydin',
    inviterName: 'Frauke Lüders',
    role: 'TEAM_LEAD',
    inviteUrl: 'https://zahlen.nordlicht.example/invitation/i5Gt1mK8',
    validUntil: '2026-11-30',
  },
};
