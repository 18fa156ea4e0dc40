import { withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSuccess } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call } from '../../test/case-call.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const STEP = `query ($id: ID) {
  paymentCase(id: $id) {
    currentStep amountReceived { amount }
    moneyTrack { status phases { phase state evidence } }
    discrepancies { id step key expected found resolved }
    exceptions { reason }
  }
}`;

describe('a card in another name, over GraphQL', () => {
  let stage: Stage;
  let clerk: TestClient;
  let id: string;

  beforeAll(async () => {
    stage = await aStage();
    clerk = await stage.signIn('CLERK');
    const { organizationId } = stage;
    const account = {
      provider: 'STRIPE',
      externalId: 'acct_1',
      liveMode: false,
      displayName: 'Stripe',
    } as const;
    await withTenant(stage.ports.db, organizationId, (tx) =>
      tx.providerAccount.create({
        data: { ...account, organizationId, id: stage.ports.newId(), createdAt: new Date() },
      }),
    );
    const { at, desk } = stage.own;
    const caseId = await at('CONFIRM_AMOUNT');
    await desk.run(caseId, { kind: 'CUSTOMER', id: null }, 'startPayment', { methodType: 'CARD' });
    const attemptId = (await desk.read(caseId)).attempts[0]?.id ?? '';
    const success = aSuccess(attemptId, 119_00n);
    const settlement = success.settlement && { ...success.settlement, payer: 'Otto Anders' };
    await desk.run(caseId, SYSTEM, 'applyAttempt', { ...success, settlement });
    id = encodeId('PaymentCase', caseId);
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  const read = async () => (await clerk.query(STEP, { id })).data.paymentCase;

  it('is money all the same, with a discrepancy beside it for a person', async () => {
    const seen = await read();
    expect(seen).toMatchObject({ amountReceived: { amount: '119.00' }, moneyTrack: { status: 'SETTLED' } });
    expect(seen.moneyTrack.phases).toContainEqual({
      ...{ phase: 'VERIFICATION', state: 'FAILED', evidence: 'holder:differs' },
    });
    expect(seen.discrepancies).toMatchObject([
      { step: 'CONFIRM_AMOUNT', key: 'holder', found: 'Otto Anders', resolved: false },
    ]);
    expect(seen.discrepancies[0].expected).toMatch(/^Frieda \d+ Lorenzen$/);
    expect(seen.exceptions).toContainEqual({ reason: 'HOLDER_DIFFERS' });
  });

  it('is confirmed only with a reason for it', async () => {
    const [{ id: discrepancyId }] = (await read()).discrepancies;
    const confirm = { caseId: id, resolution: 'EXACT' };
    const before = await readRows(stage.database);
    expect(await call(clerk, 'confirmAmount', confirm)).toMatchObject({
      ...{ __typename: 'StepRefused', code: 'DISCREPANCY_OPEN', step: 'CONFIRM_AMOUNT' },
    });
    const blank = { ...confirm, accepted: [{ discrepancyId, reason: '  ' }] };
    expect(await call(clerk, 'confirmAmount', blank)).toMatchObject({ code: 'REASON_REQUIRED' });
    const stranger = {
      ...confirm,
      accepted: [{ discrepancyId: encodeId('Discrepancy', stage.ports.newId()), reason: 'x' }],
    };
    expect(await call(clerk, 'confirmAmount', stranger)).toMatchObject({ code: 'DISCREPANCY_UNKNOWN' });
    expect(await readRows(stage.database)).toEqual(before);
    const accepted = [{ discrepancyId, reason: 'Zahlt für seine Frau, am Telefon bestätigt' }];
    expect(await call(clerk, 'confirmAmount', { ...confirm, accepted })).toMatchObject({ replayed: false });
    expect(await read()).toMatchObject({
      ...{ currentStep: 'RECORD_PAYMENT', discrepancies: [{ resolved: true }], exceptions: [] },
    });
  });
});
