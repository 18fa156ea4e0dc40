import { describe, expect, it } from 'vitest';
import { isBalanced } from '../ledger/journal.ts';
import { postOtherReceipt, postOtherReceiptReversed } from '../ledger/post-other-receipt.ts';
import { money } from '../money/money.ts';
import type { Actor, Member } from '../workflow/actor.ts';
import {
  type BankDesk,
  needsSecondPerson,
  RECEIPT_ACCOUNTS,
  refuseDecision,
  refuseOtherReceipt,
  refuseReversal,
} from './other-receipt.ts';

const MEMBERS: readonly Member[] = [
  { id: 'olga', role: 'OWNER', name: 'Olga' },
  { id: 'lars', role: 'TEAM_LEAD', name: 'Lars' },
  { id: 'clara', role: 'CLERK', name: 'Clara' },
  { id: 'anna', role: 'ADVISER', name: 'Anna' },
];

const aDesk = (members = MEMBERS, singleControl = false): BankDesk => ({
  organization: { members, singleControl },
  limitMinor: 500n,
});
const member = (id: string): Actor => ({ kind: 'MEMBER', id });
const clara = member('clara');

const CREDIT = { restMinor: 31_240n, isAsked: false };
const ALL = { amountMinor: 31_240n, reason: 'Erstattung USt August' };

describe('a credit that is no customer’s payment', () => {
  it('is booked by anybody at the desk, for a reason, and no more of it than there is', () => {
    expect(refuseOtherReceipt(aDesk(), clara, CREDIT, ALL)).toBeNull();
    expect(refuseOtherReceipt(aDesk(), member('anna'), CREDIT, ALL)).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
      unblockedBy: 'Olga, Lars, Clara',
    });
    expect(refuseOtherReceipt(aDesk(), { kind: 'SYSTEM', id: null }, CREDIT, ALL)?.code).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(refuseOtherReceipt(aDesk(), clara, CREDIT, { ...ALL, reason: ' ' })?.code).toBe('REASON_REQUIRED');
    expect(refuseOtherReceipt(aDesk(), clara, { ...CREDIT, restMinor: 31_239n }, ALL)?.code).toBe(
      'CREDIT_GIVEN_AWAY',
    );
    expect(refuseOtherReceipt(aDesk(), clara, { ...CREDIT, isAsked: true }, ALL)?.code).toBe(
      'APPROVAL_PENDING',
    );
  });

  it('needs a second person above the limit, whoever asks, except for the one lead who controls alone', () => {
    expect(needsSecondPerson(aDesk(), clara, 500n)).toBe(false);
    expect(needsSecondPerson(aDesk(), clara, 501n)).toBe(true);
    expect(needsSecondPerson(aDesk(), member('olga'), 501n)).toBe(true);
    const alone = MEMBERS.filter(({ id }) => id !== 'lars');
    expect(needsSecondPerson(aDesk(alone, true), member('olga'), 501n)).toBe(false);
    expect(needsSecondPerson(aDesk(alone, true), clara, 501n)).toBe(true);
    expect(refuseOtherReceipt(aDesk(alone), member('olga'), CREDIT, ALL)?.code).toBe(
      'SECOND_PERSON_REQUIRED',
    );
  });

  it('is agreed to by another lead, while the money is still there', () => {
    const asked = { state: 'ASKED', amountMinor: 31_240n, askedById: 'olga' } as const;
    const yes = { granted: true, reason: null };
    expect(refuseDecision(aDesk(), member('lars'), asked, CREDIT, yes)).toBeNull();
    expect(refuseDecision(aDesk(), member('olga'), asked, CREDIT, yes)).toMatchObject({
      code: 'SECOND_PERSON_REQUIRED',
      unblockedBy: 'Lars',
    });
    expect(refuseDecision(aDesk(), clara, asked, CREDIT, yes)?.code).toBe('ROLE_NOT_ALLOWED');
    expect(refuseDecision(aDesk(), member('lars'), asked, { restMinor: 1n }, yes)?.code).toBe(
      'CREDIT_GIVEN_AWAY',
    );
    const booked = { ...asked, state: 'BOOKED' } as const;
    expect(refuseDecision(aDesk(), member('lars'), booked, CREDIT, yes)?.code).toBe('APPROVAL_UNKNOWN');
    const unknown = { ...asked, askedById: null };
    expect(refuseDecision(aDesk(), member('lars'), unknown, CREDIT, yes)?.code).toBe(
      'SECOND_PERSON_REQUIRED',
    );
  });

  it('is refused for a reason, also when the money is gone', () => {
    const asked = { state: 'ASKED', amountMinor: 31_240n, askedById: 'clara' } as const;
    const no = { granted: false, reason: 'Gehört zum Vorjahr' };
    expect(refuseDecision(aDesk(), member('lars'), asked, { restMinor: 0n }, no)).toBeNull();
    expect(refuseDecision(aDesk(), member('lars'), asked, CREDIT, { ...no, reason: '' })?.code).toBe(
      'REASON_REQUIRED',
    );
  });

  it('is taken back by anybody at the desk, once, for a reason', () => {
    const booked = { state: 'BOOKED', amountMinor: 1n, askedById: 'clara' } as const;
    expect(refuseReversal(aDesk(), clara, booked, 'Doch ein Kunde')).toBeNull();
    expect(refuseReversal(aDesk(), clara, booked, '')?.code).toBe('REASON_REQUIRED');
    expect(refuseReversal(aDesk(), member('anna'), booked, 'x')?.code).toBe('ROLE_NOT_ALLOWED');
    for (const state of ['ASKED', 'REFUSED', 'REVERSED'] as const)
      expect(refuseReversal(aDesk(), clara, { ...booked, state }, 'x')?.code).toBe('NOT_BOOKED_TO_ACCOUNT');
  });

  it.each(RECEIPT_ACCOUNTS)(
    'is posted out of the pool to %s, and its counter-entry undoes exactly that',
    (account) => {
      const amount = money(31_240n, 'EUR');
      const there = postOtherReceipt('r', account, amount, '2026-11-27');
      const back = postOtherReceiptReversed('r', account, amount, '2026-11-28');
      expect(there.lines).toEqual([
        { account: 'UNASSIGNED', minor: 31_240n },
        { account, minor: -31_240n },
      ]);
      expect([there, back].every(isBalanced)).toBe(true);
      for (const { account: key, minor } of there.lines)
        expect(back.lines.find((line) => line.account === key)?.minor).toBe(-minor);
      expect(back.source).not.toBe(there.source);
    },
  );
});
