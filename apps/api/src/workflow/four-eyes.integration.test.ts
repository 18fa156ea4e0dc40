import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { EXACT } from '../../test/by-hand.ts';
import { call } from '../../test/case-call.ts';
import { readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const ACTIONS = `query ($id: ID) {
  paymentCase(id: $id) {
    allowedActions { action warning { code message } }
    blockedActions { action code reason unblockedBy }
  }
}`;

interface Named {
  readonly action: string;
}

describe('rule 7 over GraphQL, with an owner and one team lead', () => {
  let stage: Stage;
  let owner: TestClient;
  let lead: TestClient;
  let clerk: TestClient;

  beforeAll(async () => {
    stage = await aStage();
    owner = await stage.signIn('OWNER');
    lead = await stage.signIn('TEAM_LEAD');
    clerk = await stage.signIn('CLERK');
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  /** A case whose receipt the team lead has vouched for. */
  const vouchedByLead = async () => {
    const { at, desk, business } = stage.own;
    const caseId = await at('CONFIRM_AMOUNT');
    await desk.run(caseId, business.lead, 'registerReceipt', desk.receipt(119_00n));
    return caseId;
  };

  const read = async (client: TestClient, caseId: string, action: string) => {
    const { data } = await client.query(ACTIONS, { id: encodeId('PaymentCase', caseId) });
    const { allowedActions, blockedActions } = data.paymentCase;
    const named = (one: Named) => one.action === action;
    return { allowed: allowedActions.find(named), blocked: blockedActions.find(named) };
  };

  it('warns the last who may close before they handle the money, and nobody else', async () => {
    const caseId = await vouchedByLead();
    expect((await read(owner, caseId, 'CONFIRM_AMOUNT')).allowed.warning).toEqual({
      code: 'LAST_LEAD_COULD_NOT_CLOSE',
      message: expect.stringContaining('invite another team lead first'),
    });
    expect((await read(clerk, caseId, 'CONFIRM_AMOUNT')).allowed.warning).toBeNull();
    expect((await read(lead, caseId, 'CONFIRM_AMOUNT')).allowed.warning).toBeNull();
  });

  it('says to everybody how to go on once nobody may close any more', async () => {
    const { desk, business } = stage.own;
    const caseId = await vouchedByLead();
    await desk.run(caseId, business.owner, 'confirmAmount', EXACT);
    for (const step of ['recordPayment', 'updatePaymentStatus', 'notifyCustomer'] as const)
      await desk.run(caseId, business.clerk, step, {});
    const blocked = {
      action: 'CLOSE_PAYMENT_TASK',
      code: 'ALL_LEADS_HANDLED_THE_MONEY',
      reason:
        'Everybody who could close has handled the money in this case. Hanna Sommer can invite another team lead.',
      unblockedBy: 'Hanna Sommer',
    };
    for (const client of [owner, lead, clerk])
      expect((await read(client, caseId, 'CLOSE_PAYMENT_TASK')).blocked).toEqual(blocked);
    const input = { caseId: encodeId('PaymentCase', caseId) };
    expect(await call(lead, 'closePaymentTask', input)).toMatchObject({ code: blocked.code });
    expect(await call(owner, 'rejectPaymentTask', { ...input, backTo: 'CONFIRM_AMOUNT', reason: 'x' }))
      // Sending back is signing off as well: rule 7 holds for it.
      .toMatchObject({ code: blocked.code });
  });
});
