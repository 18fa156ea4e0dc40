import { describe, expect, it } from 'vitest';
import { ADVISER, CLERK, LEAD, OWNER } from '../../test/a-payment-case.ts';
import { refuseProposal, refuseRelease } from './payout-rules.ts';

const members = [OWNER, LEAD, CLERK, ADVISER];

describe('a payout', () => {
  it('is proposed by a lead where payouts are made by hand and money has been released', () => {
    const desk = { mode: 'MANUAL', members } as const;
    for (const { id } of [OWNER, LEAD]) expect(refuseProposal(desk, true, id)).toBeNull();
    expect(refuseProposal(desk, false, LEAD.id)).toEqual({ code: 'NOTHING_TO_PAY_OUT', unblockedBy: null });
    expect(refuseProposal(desk, true, CLERK.id)).toEqual({
      code: 'LEAD_REQUIRED',
      unblockedBy: 'Olga Eigen, Lena Leit',
    });
    expect(refuseProposal({ ...desk, mode: 'AUTOMATIC' }, true, OWNER.id)?.code).toBe(
      'PAYOUTS_ARE_AUTOMATIC',
    );
  });

  const proposal = { state: 'PROPOSED', proposedById: LEAD.id } as const;

  it('is released by another lead than the one who proposed it, who is told which', () => {
    expect(refuseRelease(proposal, members, OWNER.id)).toBeNull();
    expect(refuseRelease(proposal, members, LEAD.id)).toEqual({
      code: 'SECOND_PERSON_REQUIRED',
      unblockedBy: 'Olga Eigen',
    });
  });

  it('is not released by clerks, advisers and strangers', () => {
    for (const id of [CLERK.id, ADVISER.id, 'stranger'])
      expect(refuseRelease(proposal, members, id)).toEqual({
        code: 'LEAD_REQUIRED',
        unblockedBy: 'Olga Eigen',
      });
  });

  it('waits for a second lead to come where there is none', () => {
    expect(refuseRelease(proposal, [LEAD, CLERK], LEAD.id)).toEqual({
      code: 'NO_SECOND_PERSON',
      unblockedBy: null,
    });
  });

  it('is released once', () => {
    for (const state of ['RELEASED', 'SENT', 'PAID', 'FAILED'] as const)
      expect(refuseRelease({ ...proposal, state }, members, OWNER.id)?.code).toBe('PAYOUT_NOT_PROPOSED');
  });
});
