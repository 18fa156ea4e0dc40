import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call } from '../../test/case-call.ts';
import { readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const OFFERS = `query ($id: ID) {
  paymentCase(id: $id) {
    currentStep
    payments { resolutions { resolution needsSecondPerson writeOff { amount } } }
    approvals { state }
  }
}`;

/** The default workflow lets the desk give up 5.00 of a case alone. */
describe('a write-off over GraphQL', () => {
  let stage: Stage;
  let clerk: TestClient;

  beforeAll(async () => {
    stage = await aStage();
    clerk = await stage.signIn('CLERK');
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  /** A case of 119.00 EUR at step 6 of which this much is missing. */
  const missing = async (minor: bigint) => {
    const { at, desk, business } = stage.own;
    const caseId = await at('CONFIRM_AMOUNT');
    await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(119_00n - minor));
    return encodeId('PaymentCase', caseId);
  };

  const read = async (id: string) => (await clerk.query(OFFERS, { id })).data.paymentCase;

  const writeOff = (caseId: string) =>
    call(clerk, 'confirmAmount', { caseId, resolution: 'WRITE_OFF', reason: 'Bagatelle' });

  it('of the limit is a clerk’s own decision', async () => {
    const caseId = await missing(500n);
    expect((await read(caseId)).payments[0].resolutions).toContainEqual({
      ...{ resolution: 'WRITE_OFF', needsSecondPerson: false, writeOff: { amount: '5.00' } },
    });
    expect(await writeOff(caseId)).toMatchObject({ replayed: false });
    expect(await read(caseId)).toMatchObject({ currentStep: 'RECORD_PAYMENT', approvals: [] });
  });

  it('of a cent more asks a second person and leaves the step open', async () => {
    const caseId = await missing(501n);
    expect((await read(caseId)).payments[0].resolutions).toContainEqual({
      ...{ resolution: 'WRITE_OFF', needsSecondPerson: true, writeOff: { amount: '5.01' } },
    });
    expect(await writeOff(caseId)).toMatchObject({ replayed: false });
    expect(await read(caseId)).toMatchObject({
      currentStep: 'CONFIRM_AMOUNT',
      approvals: [{ state: 'OPEN' }],
    });
  });
});
