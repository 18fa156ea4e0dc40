import { dayToDate } from '@zahlwerk/db/calendar-day';
import { withTenant } from '@zahlwerk/db/tenant';
import type { TestDatabase } from '@zahlwerk/db/test-database';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { money } from '@zahlwerk/domain/money/money';
import type { ProviderReport } from '@zahlwerk/domain/payments/apply-attempt';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import type { CommandInputs, CommandName } from '@zahlwerk/domain/workflow/decide';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import type { InitiatePayment } from '@zahlwerk/domain/workflow/steps/initiate-payment';
import { localMoment } from '../src/notifications/local-moment.ts';
import { advanceCase } from '../src/workflow/advance-case.ts';
import { initiate } from '../src/workflow/initiate.ts';
import { loadCases } from '../src/workflow/load/load-cases.ts';
import { transition } from '../src/workflow/transition.ts';
import type { Workshop } from '../src/workflow/workshop.ts';
import type { Business } from './a-business.ts';

/** The day that the test's businesses have: around midnight it is another one than UTC's. */
export const today = (): string => localMoment(new Date(), 'Europe/Berlin').slice(0, 10);

let customers = 0;

/** A person whom the business has never seen, complete enough to pass every check. */
export const aStranger = (deviation: Partial<CustomerData> = {}): CustomerData => {
  customers += 1;
  return {
    kind: 'PERSON',
    // The number lies among the given names, so that a card of Frieda Lorenzen is in the customer's name.
    givenName: `Frieda ${customers}`,
    familyName: 'Lorenzen',
    company: null,
    contact: null,
    street: 'Deichweg 12',
    postalCode: '25813',
    city: 'Husum',
    country: 'DE',
    email: `frieda.${customers}@example.org`,
    phone: null,
    vatId: null,
    taxNumber: null,
    iban: null,
    language: 'de',
    wantsSms: false,
    ...deviation,
  };
};

/** A claim over 119.00 EUR, 19 % VAT included, due in two weeks. */
export const aClaim = (deviation: Partial<InitiatePayment> = {}): InitiatePayment => ({
  channel: 'ONLINE',
  customer: { data: aStranger() },
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
  supply: { from: today(), to: today() },
  dueOn: addDays(today(), 14),
  reference: 'A-4711',
  externalRef: null,
  preferredMethod: null,
  invoicing: 'ISSUE',
  externalInvoiceNumber: null,
  ...deviation,
});

/** A card payment of an attempt as the provider reports it when everything went well. */
export const aSuccess = (attemptId: string, minor: bigint): ProviderReport => ({
  attemptId,
  state: 'SUCCEEDED',
  providerRef: `pi_${attemptId}`,
  failure: null,
  initiation: 'stripe:card',
  verification: { passed: true, evidence: 'card:checks=ok,3ds=authenticated' },
  approval: 'network:approved_by_network',
  authorization: null,
  settlement: {
    chargeRef: `ch_${attemptId}`,
    amount: money(minor, 'EUR'),
    fee: money(204n, 'EUR'),
    feeRef: `txn_${attemptId}`,
    valueOn: today(),
    availableOn: today(),
    payer: null,
    evidence: `stripe:ch_${attemptId}`,
  },
});

/** The same card when its amount is only reserved, for a week. */
export const aReservation = (attemptId: string): ProviderReport => ({
  ...aSuccess(attemptId, 0n),
  state: 'AUTHORIZED',
  authorization: { expiresAt: new Date(Date.now() + 7 * 86_400_000), payer: null },
  settlement: null,
});

/** Drives cases of one business through the writers of the house, and reads them back. */
export const aDesk = (database: TestDatabase, workshop: Workshop, { organizationId, clerk }: Business) => {
  const read = async (caseId: string): Promise<PaymentCase> => {
    const cases = await withTenant(database.app, organizationId, (tx) =>
      loadCases(tx, organizationId, [caseId]),
    );
    const state = cases.get(caseId);
    if (!state) throw new Error('The case is gone.');
    return state;
  };
  const ask = <Name extends CommandName>(
    caseId: string,
    actor: Actor,
    name: Name,
    input: CommandInputs[Name],
  ) =>
    transition(workshop, {
      organizationId,
      actor,
      caseId,
      command: { name, input },
      expectedVersion: null,
      idempotency: null,
    });
  const rest = (caseId: string) => advanceCase(workshop, organizationId, caseId);
  /** Asks and lets the machine go on. */
  const run = async <Name extends CommandName>(
    caseId: string,
    actor: Actor,
    name: Name,
    input: CommandInputs[Name],
  ): Promise<PaymentCase> => {
    const { restless } = await ask(caseId, actor, name, input);
    if (restless) await rest(caseId);
    return read(caseId);
  };
  const start = async (deviation: Partial<InitiatePayment> = {}): Promise<string> => {
    const { caseId } = await initiate(workshop, {
      organizationId,
      actor: clerk,
      idempotency: null,
      input: aClaim(deviation),
      metadata: null,
    });
    return caseId;
  };
  const receipt = (minor: bigint): CommandInputs['registerReceipt'] => ({
    amount: money(minor, 'EUR'),
    valueOn: today(),
    kind: 'BANK_TRANSFER',
    reference: 'Rechnung',
    documentId: null,
  });
  /** A case that waits for its money: step 6 is open. */
  const waiting = async (deviation: Partial<InitiatePayment> = {}): Promise<string> => {
    const caseId = await start(deviation);
    await rest(caseId);
    await run(caseId, clerk, 'confirmCustomerRecord', { version: 1 });
    return caseId;
  };
  /** A case that was paid by a registered receipt and waits for its sign-off: step 10 is open. */
  const settled = async (): Promise<string> => {
    const caseId = await waiting();
    await run(caseId, clerk, 'registerReceipt', receipt(119_00n));
    await run(caseId, clerk, 'confirmAmount', { paymentId: null, resolution: 'EXACT', reason: null });
    return caseId;
  };
  /** Lets the claim of a case have been due yesterday. */
  const lapse = async (caseId: string): Promise<void> => {
    const dueOn = dayToDate(addDays(today(), -1));
    await withTenant(database.app, organizationId, (tx) =>
      tx.paymentCase.updateMany({ where: { id: caseId }, data: { dueOn } }),
    );
  };
  return { read, ask, rest, run, start, lapse, waiting, settled, receipt };
};
