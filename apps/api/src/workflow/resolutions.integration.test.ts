import { money } from '@zahlwerk/domain/money/money';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aCredit } from '../../test/a-credit.ts';
import { today } from '../../test/a-desk.ts';
import { call } from '../../test/case-call.ts';
import { readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const CASE = `query ($id: ID) {
  paymentCase(id: $id) {
    currentStep amountOpen { amount }
    payments { id resolutions { resolution needsReason needsSecondPerson
      lines { account { key } amount { amount } } } }
    allocations { edges { node { id } } }
  }
}`;

const JOURNAL = `query ($id: ID!) {
  journalEntries(caseId: $id, first: 50) { edges { node { purpose lines { account { key } amount { amount } } } } }
}`;

interface Line {
  readonly account: { readonly key: string };
  readonly amount: { readonly amount: string };
}

const inShort = (lines: readonly Line[]): readonly string[] =>
  lines.map(({ account, amount }) => `${account.key} ${amount.amount}`);

describe('the ways to settle a difference', () => {
  let stage: ConnectedDesk;
  let clerk: TestClient;

  beforeAll(async () => {
    stage = await aConnectedDesk();
    clerk = await stage.signIn('CLERK');
  });
  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  /** An invoice over 1,000.00 with 2 % Skonto in 14 days, of which so much has come. */
  const received = async (minor: bigint, valueOn = today()) => {
    const { desk, business, database } = stage;
    const caseId = await desk.waiting({
      amountDue: money(100_000n, 'EUR'),
      skonto: { basisPoints: 200, days: 14 },
      lines: [
        {
          ...{ name: 'Tisch', description: null, quantity: '1', unit: 'C62', unitPrice: '840.34' },
          ...{ discount: null, taxCase: 'DE_19', exemptionReason: null },
        },
      ],
    });
    const credit = await aCredit(database.app, business.organizationId, minor);
    await desk.run(caseId, business.clerk, 'bookCredit', { ...credit, valueOn });
    return encodeId('PaymentCase', caseId);
  };

  const read = async (id: string) => (await clerk.query(CASE, { id })).data.paymentCase;
  const offers = async (id: string): Promise<readonly { resolution: string; lines: readonly Line[] }[]> =>
    (await read(id)).payments[0].resolutions;
  const journalOf = async (id: string) =>
    Object.fromEntries(
      (await clerk.query(JOURNAL, { id })).data.journalEntries.edges.map(
        ({ node }: { node: { purpose: string; lines: readonly Line[] } }) => [
          node.purpose,
          inShort(node.lines),
        ],
      ),
    );
  const settle = async (caseId: string, resolution: string, reason: string | null = null) => {
    await call(clerk, 'confirmAmount', { caseId, resolution, reason });
    await stage.workOff();
  };

  it('take Skonto with one call while the window is open, split into net and VAT', async () => {
    const id = await received(98_000n);
    const [skonto] = await offers(id);
    expect(skonto).toMatchObject({ resolution: 'SKONTO', needsReason: false, needsSecondPerson: false });
    expect(inShort(skonto?.lines ?? [])).toEqual([
      'CUSTOMER_CREDIT 980.00',
      'RECEIVABLE -980.00',
      'SKONTO_19 16.81',
      'VAT_19 3.19',
      'RECEIVABLE -20.00',
    ]);
    await settle(id, 'SKONTO');
    expect(await read(id)).toMatchObject({
      currentStep: 'CLOSE_PAYMENT_TASK',
      amountOpen: { amount: '0.00' },
    });
    expect(await journalOf(id)).toMatchObject({
      ALLOCATION: ['CUSTOMER_CREDIT 980.00', 'RECEIVABLE -980.00'],
      ADJUSTMENT: ['SKONTO_19 16.81', 'VAT_19 3.19', 'RECEIVABLE -20.00'],
    });
  });

  it('give no Skonto for money of the day after the last', async () => {
    const id = await received(98_000n, addDays(today(), 15));
    expect((await offers(id)).map(({ resolution }) => resolution)).toEqual(['FEE', 'PARTIAL', 'WRITE_OFF']);
    expect(await call(clerk, 'confirmAmount', { caseId: id, resolution: 'SKONTO' })).toMatchObject({
      code: 'RESOLUTION_NOT_OFFERED',
    });
  });

  it('post a fee that a bank has kept, and cents, without a word', async () => {
    const withFee = await received(99_600n);
    await settle(withFee, 'FEE');
    expect(await journalOf(withFee)).toMatchObject({ ADJUSTMENT: ['FEES 4.00', 'RECEIVABLE -4.00'] });
    const withCents = await received(99_996n);
    await settle(withCents, 'ROUNDING');
    expect(await journalOf(withCents)).toMatchObject({ ADJUSTMENT: ['ROUNDING 0.04', 'RECEIVABLE -0.04'] });
  });

  it('ask for a reason and a second person where a fee is above the limit', async () => {
    const caseId = await received(99_000n);
    expect(await call(clerk, 'confirmAmount', { caseId, resolution: 'FEE' })).toMatchObject({
      code: 'REASON_REQUIRED',
    });
    await settle(caseId, 'FEE', 'Auslandsüberweisung');
    const lead = await stage.signIn('TEAM_LEAD');
    const { data } = await lead.query(
      'query ($id: ID) { paymentCase(id: $id) { currentStep approvals { id kind state } } }',
      { id: caseId },
    );
    expect(data.paymentCase).toMatchObject({
      currentStep: 'CONFIRM_AMOUNT',
      approvals: [{ kind: 'ADJUSTMENT', state: 'OPEN' }],
    });
    const approvalId = data.paymentCase.approvals[0].id;
    await call(lead, 'decideApproval', { caseId, approvalId, granted: true });
    await stage.workOff();
    expect(await journalOf(caseId)).toMatchObject({ ADJUSTMENT: ['FEES 10.00', 'RECEIVABLE -10.00'] });
  });

  it('are undone with the payment that they were granted with', async () => {
    const caseId = await received(98_000n);
    await settle(caseId, 'SKONTO');
    const allocationId = (await read(caseId)).allocations.edges[0].node.id;
    expect(
      await call(clerk, 'reverseAllocation', { caseId, allocationId, reason: 'Falscher Kunde' }),
    ).toMatchObject({ replayed: false });
    expect(await read(caseId)).toMatchObject({ amountOpen: { amount: '1000.00' } });
    expect(await readViolations(stage.database)).toEqual([]);
  });
});
