import { withTenant } from '@zahlwerk/db/tenant';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { money } from '@zahlwerk/domain/money/money';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aClaim, aStranger } from '../../test/a-desk.ts';

/** One for each story: two customers with the same id would be a duplicate. */
const VAT_IDS = { known: 'IE6388047V', silent: 'ATU13585627', doubted: 'LU26375245', late: 'IT00743110157' };
const IRISH: Partial<CustomerData> = {
  ...{ kind: 'COMPANY', givenName: null, familyName: null, company: 'Clover Ltd' },
  ...{ street: 'Dawson Street 1', postalCode: 'D02 XY45', city: 'Dublin', country: 'IE' },
};

let stage: ConnectedDesk;

beforeAll(async () => {
  stage = await aConnectedDesk();
  await withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.organization.updateMany({ data: { vatId: 'DE136695976' } }),
  );
});
afterAll(() => stage.stop());

const press = (lever: string, vatId: string) => stage.sandbox.press('vies', { lever, vatId, times: 1 });

/** A supply to Ireland that is free of VAT, run as far as the machine goes by itself. */
const aSupply = async (vatId: string): Promise<string> => {
  const { lines } = aClaim();
  const caseId = await stage.desk.start({
    customer: { data: aStranger({ ...IRISH, vatId, company: `Clover ${vatId.slice(0, 2)} Ltd` }) },
    amountDue: money(100_00n, 'EUR'),
    lines: lines.map((line) => ({ ...line, taxCase: 'EU_SUPPLY' })),
  });
  await stage.settle();
  return caseId;
};

const standing = async (caseId: string) => {
  const state = await stage.desk.read(caseId);
  const run = openRun(state);
  return {
    step: run?.step,
    stop: run?.stop?.code ?? null,
    check: state.checkItems.find(({ key }) => key === 'vat-register'),
    invoices: state.invoices.length,
  };
};

const checksAbout = async (caseId: string) => {
  const { customer } = await stage.desk.read(caseId);
  return withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.vatCheck.findMany({ where: { customerId: customer.id }, orderBy: { askedAt: 'asc' } }),
  );
};

describe('a case whose tax depends on a VAT id', { timeout: 60_000 }, () => {
  it('asks the register by itself, waits for the answer, and keeps it in its checklist', async () => {
    const caseId = await aSupply(VAT_IDS.known);
    expect(await standing(caseId)).toMatchObject({
      step: 'SAVE_CUSTOMER_RECORD',
      check: { state: 'PASSED', source: 'VIES', detail: expect.stringMatching(/^CONFIRMED WAPIAAAA/) },
    });
    expect(await checksAbout(caseId)).toMatchObject([{ askedByKind: 'SYSTEM', outcome: 'CONFIRMED' }]);
    await stage.desk.run(caseId, stage.business.clerk, 'confirmCustomerRecord', { version: 1 });
    await stage.settle();
    expect(await standing(caseId)).toMatchObject({ step: 'CONFIRM_AMOUNT', invoices: 1 });
    expect(await checksAbout(caseId)).toHaveLength(1);
  });

  it('goes on when the register cannot be asked', async () => {
    await press('MS_UNAVAILABLE', VAT_IDS.silent);
    const caseId = await aSupply(VAT_IDS.silent);
    expect(await standing(caseId)).toMatchObject({
      step: 'SAVE_CUSTOMER_RECORD',
      check: { state: 'NOT_CHECKABLE', code: 'MS_UNAVAILABLE' },
    });
  });

  it('stops at an id that is not confirmed, until a lead accepts it with a reason', async () => {
    await press('not_valid', VAT_IDS.doubted);
    const caseId = await aSupply(VAT_IDS.doubted);
    expect(await standing(caseId)).toMatchObject({
      ...{ step: 'VERIFY_CUSTOMER_DATA', stop: 'DISCREPANCY_OPEN' },
      check: { state: 'FAILED', code: 'NOT_CONFIRMED' },
    });
    const { discrepancies } = await stage.desk.read(caseId);
    const accept = {
      ...{ data: null, answers: [], complete: true },
      accepted: discrepancies.map(({ id }) => ({ discrepancyId: id, reason: 'Bescheinigung liegt vor' })),
    };
    const { business, desk } = stage;
    await expect(desk.ask(caseId, business.clerk, 'verifyCustomerData', accept)).rejects.toMatchObject({
      code: 'VAT_ID_NOT_CONFIRMED',
    });
    await desk.run(caseId, business.lead, 'verifyCustomerData', accept);
    await desk.run(caseId, business.clerk, 'confirmCustomerRecord', { version: 1 });
    await stage.settle();
    expect(await standing(caseId)).toMatchObject({ step: 'CONFIRM_AMOUNT', invoices: 1 });
  });

  it('stops before the invoice when the no comes late, and goes on when a lead says so', async () => {
    await press('MS_UNAVAILABLE', VAT_IDS.late);
    const caseId = await aSupply(VAT_IDS.late);
    await press('not_valid', VAT_IDS.late);
    await stage.lookAround(90);
    const { business, desk } = stage;
    await desk.run(caseId, business.clerk, 'confirmCustomerRecord', { version: 1 });
    await stage.settle();
    expect(await standing(caseId)).toMatchObject({
      ...{ step: 'CREATE_PAYMENT_TASK', stop: 'VAT_ID_NOT_CONFIRMED', invoices: 0 },
    });
    const task = { assigneeId: null, dueOn: null, priority: 'NORMAL' } as const;
    await expect(desk.ask(caseId, business.clerk, 'createPaymentTask', task)).rejects.toMatchObject({
      code: 'VAT_ID_NOT_CONFIRMED',
    });
    await desk.run(caseId, business.lead, 'createPaymentTask', task);
    expect(await standing(caseId)).toMatchObject({ step: 'CONFIRM_AMOUNT', invoices: 1 });
  });
});
