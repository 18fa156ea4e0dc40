import { money } from '../money/money.ts';
import type { BankMovement } from './incoming-credit.ts';
import type { OpenClaim } from './open-claim.ts';

/** A claim of 119.00 € that is due on 20 November 2026; its numbers follow from `at`. */
export const aClaim = (at: number, overrides: Partial<OpenClaim> = {}): OpenClaim => ({
  caseId: `case-${at}`,
  caseNumber: `ZV-2026-${String(at).padStart(6, '0')}`,
  invoiceNumbers: [`RE-2026-${String(at).padStart(4, '0')}`],
  orderReferences: [],
  names: ['Anna Adler'],
  ibans: [],
  open: money(11900n, 'EUR'),
  dueOn: '2026-11-20',
  discount: null,
  ...overrides,
});

/** 119.00 € from Anna Adler, three days late, with nothing written. */
export const aMovement = (overrides: Partial<BankMovement> = {}): BankMovement => ({
  direction: 'CREDIT',
  isBooked: true,
  isGoingBack: false,
  amount: money(11900n, 'EUR'),
  valueOn: '2026-11-23',
  payer: 'Anna Adler',
  payerIban: null,
  texts: [],
  ...overrides,
});
