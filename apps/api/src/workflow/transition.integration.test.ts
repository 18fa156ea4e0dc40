import { withTenant } from '@zahlwerk/db/tenant';
import { createTestDatabase, type TestDatabase } from '@zahlwerk/db/test-database';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { money } from '@zahlwerk/domain/money/money';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import type { CommandInputs, CommandName } from '@zahlwerk/domain/workflow/decide';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import type { InitiatePayment } from '@zahlwerk/domain/workflow/steps/initiate-payment';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBusiness, type Business } from '../../test/a-business.ts';
import { aWorkshop } from '../../test/a-workshop.ts';
import { advanceCase } from './advance-case.ts';
import { initiate } from './initiate.ts';
import { loadCases } from './load/load-cases.ts';
import { transition } from './transition.ts';
import type { Workshop } from './workshop.ts';

const person: CustomerData = {
  kind: 'PERSON',
  givenName: 'Frieda',
  familyName: 'Lorenzen',
  company: null,
  contact: null,
  street: 'Deichweg 12',
  postalCode: '25813',
  city: 'Husum',
  country: 'DE',
  email: 'frieda.lorenzen@example.org',
  phone: null,
  vatId: null,
  taxNumber: null,
  iban: null,
  language: 'de',
  wantsSms: false,
};

const claim = (deviation: Partial<InitiatePayment> = {}): InitiatePayment => ({
  channel: 'ONLINE',
  customer: { data: person },
  amountDue: money(119_00n, 'EUR'),
  discount: null,
  taxBehavior: 'EXCLUSIVE',
  lines: [
    {
      name: 'Inspektion',
      description: null,
      quantity: '1',
      unit: 'C62',
      unitPrice: '100.00',
      discount: null,
      taxCase: 'DE_19',
      exemptionReason: null,
    },
  ],
  supply: { from: '2026-11-20', to: '2026-11-20' },
  dueOn: '2099-12-31',
  reference: 'A-4711',
  externalRef: null,
  preferredMethod: null,
  invoicing: 'ISSUE',
  externalInvoiceNumber: null,
  ...deviation,
});

describe('transition', () => {
  let database: TestDatabase;
  let workshop: Workshop;
  let business: Business;

  beforeAll(async () => {
    database = await createTestDatabase();
    workshop = aWorkshop(database);
    business = await aBusiness(database);
  });

  afterAll(() => database.drop());

  const start = async (deviation: Partial<InitiatePayment> = {}) => {
    const { organizationId, clerk } = business;
    const input = claim({
      dueOn: new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10),
      ...deviation,
    });
    const { caseId } = await initiate(workshop, {
      organizationId,
      actor: clerk,
      idempotency: null,
      input,
      metadata: null,
    });
    await advanceCase(workshop, organizationId, caseId);
    return caseId;
  };

  const ask = async <Name extends CommandName>(
    caseId: string,
    actor: Actor,
    name: Name,
    input: CommandInputs[Name],
  ) => {
    const { organizationId } = business;
    const command = { name, input };
    await transition(workshop, {
      organizationId,
      actor,
      caseId,
      command,
      expectedVersion: null,
      idempotency: null,
    });
    await advanceCase(workshop, organizationId, caseId);
  };

  const read = async (caseId: string) => {
    const { organizationId } = business;
    const cases = await withTenant(database.app, organizationId, (tx) =>
      loadCases(tx, organizationId, [caseId]),
    );
    const state = cases.get(caseId);
    if (!state) throw new Error('The case is gone.');
    return state;
  };

  it('runs a registered receipt through all ten steps', async () => {
    const caseId = await start();
    expect(openRun(await read(caseId))?.step).toBe('SAVE_CUSTOMER_RECORD');
    await ask(caseId, business.clerk, 'confirmCustomerRecord', { version: 1 });
    expect(openRun(await read(caseId))?.step).toBe('CONFIRM_AMOUNT');
    await ask(caseId, business.clerk, 'registerReceipt', {
      amount: money(119_00n, 'EUR'),
      valueOn: '2026-11-20',
      kind: 'BANK_TRANSFER',
      reference: 'Rechnung',
      documentId: null,
    });
    await ask(caseId, business.clerk, 'confirmAmount', {
      paymentId: null,
      resolution: 'EXACT',
      reason: null,
    });
    expect(openRun(await read(caseId))?.step).toBe('CLOSE_PAYMENT_TASK');
    await expect(ask(caseId, business.clerk, 'closePaymentTask', {})).rejects.toThrow('ROLE_NOT_ALLOWED');
    await ask(caseId, business.lead, 'closePaymentTask', {});
    const done = await read(caseId);
    expect(done.state).toBe('CLOSED');
    expect(done.publishedStatus).toBe('SETTLED');
    expect(done.messages.map(({ template }) => template).sort()).toEqual([
      'internal-notice',
      'invoice',
      'payment-request',
      'receipt',
    ]);
  });
});
