import type { RejectionTarget } from '@zahlwerk/domain/workflow/step';
import {
  acceptDiscrepancies,
  answerDataRequest,
  cancel,
  claimTask,
  close,
  confirmAmount,
  confirmRecord,
  decideApproval,
  registerReceipt,
  reject,
  requestData,
  requestMethod,
} from './acts.ts';
import { CARD, DEBIT, hearOfDebit, openCheckout, payByCard, payByDebit } from './provider-acts.ts';
import { CARD_AT_READER, payAtReader } from './reader-acts.ts';
import type { Act, Hand } from './stage.ts';
import { storeCard } from './store-card.ts';

/** One thing that happens so many days after the case has started. People at the desk do not work on weekends. */
export interface Beat {
  readonly day: number;
  readonly by: 'DESK' | 'CUSTOMER' | 'PROVIDER';
  readonly act: Act;
}

export type Story = readonly Beat[];

const desk = (day: number, ...acts: readonly Act[]): Story => acts.map((act) => ({ day, by: 'DESK', act }));
const customer = (day: number, act: Act): Beat => ({ day, by: 'CUSTOMER', act });
const provider = (day: number, act: Act): Beat => ({ day, by: 'PROVIDER', act });

/** A debit's bank answers within two days; the morning after it is known. */
const DEBIT_DAYS = 3;
/** How long after the last payment the team lead looks at a case. */
const SIGN_OFF_DAYS = 2;

const claimed = (day: number): Story => desk(day, claimTask('PAYMENT'));
const closed = (day: number, by: Hand = 'TEAM_LEAD'): Story => desk(day + SIGN_OFF_DAYS, close(by));
const transferred = (day: number, percent = 100n): Story =>
  desk(day, registerReceipt(percent, 'BANK_TRANSFER'));

/** Nothing has been paid yet. */
export const waiting = (): Story => [];
export const waitingClaimed = (): Story => claimed(1);

/** Everything that happens to a case before the team lead signs it off. */
export const byTransfer = (day: number): Story => [
  ...claimed(1),
  ...transferred(day),
  ...desk(day, confirmAmount('EXACT')),
];

export const atTerminal = (day: number): Story =>
  desk(day, registerReceipt(100n, 'CARD_TERMINAL'), confirmAmount('EXACT'));

/** On the counter, at the card reader. */
export const atReader = (day: number): Story => desk(day, payAtReader(CARD_AT_READER.withPin));

export const atReaderAtSecondTry = (day: number): Story => [
  ...desk(day, payAtReader(CARD_AT_READER.withoutFunds)),
  ...atReader(day),
];

export const byCard = (day: number, token: string = CARD.good): Story => [customer(day, payByCard(token))];

export const byDebit = (day: number): Story => [
  customer(day, payByDebit(DEBIT.good)),
  provider(day + DEBIT_DAYS, hearOfDebit),
];

export const cardAtSecondTry = (day: number): Story => [
  customer(day, payByCard(CARD.insufficientFunds)),
  customer(day + 2, payByCard(CARD.debit)),
];

/** The bank gives the debit back before it has settled; the customer pays by card. */
export const debitFails = (day: number): Story => [
  customer(day, payByDebit(DEBIT.insufficientFunds)),
  provider(day + DEBIT_DAYS, hearOfDebit),
  customer(day + DEBIT_DAYS + 2, payByCard(CARD.good)),
];

export const inTwoParts = (first: number, second: number): Story => [
  ...claimed(1),
  ...transferred(first, 50n),
  ...desk(first, confirmAmount('PARTIAL')),
  ...transferred(second),
  ...desk(second, confirmAmount('EXACT')),
];

/** Half has come, the rest is open. */
export const halfPaid = (day: number): Story => [
  ...transferred(day, 50n),
  ...desk(day, confirmAmount('PARTIAL')),
];

export const overpaid = (day: number): Story => [
  ...transferred(day, 110n),
  ...desk(day, confirmAmount('OVER')),
];

const askedToWriteOff = (day: number): Story => [
  ...transferred(day, 98n),
  ...desk(day, confirmAmount('WRITE_OFF', 'Skonto zu Unrecht abgezogen; die Nachforderung lohnt nicht.')),
];

export const writeOffGranted = (day: number): Story => [
  ...askedToWriteOff(day),
  ...desk(day + 1, decideApproval(true)),
];
export const writeOffPending = askedToWriteOff;
export const writeOffRefused = (day: number): Story => [
  ...askedToWriteOff(day),
  ...desk(day + 1, decideApproval(false, 'Bitte erst noch einmal anrufen.')),
  ...desk(day + 2, confirmAmount('PARTIAL')),
];

export const canceled = (day: number, reason: string): Story => desk(day, cancel(reason));

/** The team lead sends the case back. */
export const sentBack = (day: number, to: RejectionTarget, reason: string): Story =>
  desk(day, reject(to, reason));

export const checkedAgain = (day: number): Story => desk(day, confirmAmount('EXACT'));

/** Paid in full, and signed off by somebody who has not touched the money. */
export const thenClosed = (story: Story, by: Hand = 'TEAM_LEAD'): Story => [
  ...story,
  ...closed(story.at(-1)?.day ?? 0, by),
];

/** Money that comes when the case is over. */
export const thenPaidAgain = (story: Story): Story => [
  ...story,
  ...transferred((story.at(-1)?.day ?? 0) + 3, 100n),
];

export const debitUnderWay = (day: number): Story => [customer(day, payByDebit(DEBIT.slow))];
export const declined = (day: number): Story => [customer(day, payByCard(CARD.declined))];
export const withoutFunds = (day: number): Story => [customer(day, payByCard(CARD.insufficientFunds))];
export const authenticating = (day: number): Story => [customer(day, payByCard(CARD.authenticates))];
export const doubtfulCard = (day: number): Story => [customer(day, payByCard(CARD.wrongPostalCode))];
export const lookingAtCheckout = (day: number): Story => [customer(day, openCheckout)];

/** Before anything is paid the customer stores a card, good until a month (`MM/YY`). */
export const storingCard = (expiry: string, story: Story): Story => [
  ...desk(0, requestMethod()),
  customer(0, storeCard(expiry)),
  ...story,
];

/** The stored card will have expired: the customer is asked for a new one and stores it. */
export const renewingCard = (expiry: string, story: Story): Story => [
  ...desk(0, requestMethod()),
  customer(1, storeCard(expiry)),
  ...story,
];

export const toldWhatIsMissing = (): Story => [
  ...desk(0, requestData()),
  customer(1, answerDataRequest),
  ...desk(1, confirmRecord()),
];

export const stopNoticed = (): Story => desk(0, claimTask('EXCEPTION'));

/** What the checks of step 2 found is accepted for a reason, and the record confirmed. */
export const discrepancyAccepted = (reason: string, story: Story): Story => [
  ...desk(0, acceptDiscrepancies(reason), confirmRecord()),
  ...story,
];

/** A first-time customer's record is read back and confirmed before anything else. */
export const afterConfirmation = (story: Story, by: Hand = 'CLERK'): Story => [
  ...desk(0, confirmRecord(by)),
  ...story,
];
