import { dayToDate } from '@zahlwerk/db/calendar-day';
import { businessTime } from '@zahlwerk/db/now';
import { nextNumber } from '@zahlwerk/db/numbers';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { customerName } from '@zahlwerk/domain/customers/customer-data';
import { priceInvoice } from '@zahlwerk/domain/invoices/invoice-lines';
import { transfersToOf } from '@zahlwerk/domain/payments/transfers-to';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { agreedSkonto } from '@zahlwerk/domain/workflow/case-skonto';
import type { Env } from '@zahlwerk/domain/workflow/decision';
import type { WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import type { TransfersTo } from '@zahlwerk/domain/workflow/payment-case';
import { type InitiatePayment, initiatePayment } from '@zahlwerk/domain/workflow/steps/initiate-payment';
import { NotFound, ValidationFailed } from '../graphql/errors.ts';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import { isTaken } from '../graphql/is-taken.ts';
import { discountColumns } from './discount-columns.ts';
import { lockCase } from './load/load-cases.ts';
import { loadOrganization } from './load/load-organization.ts';
import { caseNotFound, refusalError } from './refused.ts';
import { saveChanges } from './save/save.ts';
import type { FollowUp } from './save/writer.ts';
import { appendCaseEvents, type Transitioned } from './transition.ts';
import type { Workshop } from './workshop.ts';

/** A case to be started; `metadata` is the partner's own and is only kept. */
export interface Initiating extends Keyed {
  readonly actor: Actor;
  readonly input: InitiatePayment;
  readonly metadata: Record<string, unknown> | null;
  /** The public link over which the customer starts it, and what it is for. */
  readonly link?: { readonly id: string; readonly purpose: string };
}

/** Starts a case: the one writer of new cases, of the same shape as `transition`. */
export const initiate = async (workshop: Workshop, initiating: Initiating): Promise<Transitioned> => {
  const { organizationId, actor, input } = initiating;
  let followUps: FollowUp[] = [];
  const result = await withTenant(workshop.database, organizationId, async (tx) => {
    const replayed = await findReplay(tx, initiating, 'initiatePayment');
    if (replayed) return { caseId: replayed, replayed: true, changed: false, restless: false };
    const { now, today } = await businessTime(tx, organizationId);
    const env: Env = { actor, now, today, newId: workshop.newId };
    const version = await tx.workflowVersion.findFirstOrThrow({ where: { organizationId, state: 'ACTIVE' } });
    const ids = { caseId: workshop.newId(), payLinkId: workshop.newId() };
    const definition = version.definition as unknown as WorkflowDefinition;
    const organization = await loadOrganization(tx, organizationId);
    const initiation = initiatePayment(definition, organization, input, ids, env);
    if (!initiation.ok) throw refusalError(initiation.refusal);
    const customerId = await customerOf(tx, organizationId, input, env);
    const number = await nextNumber(tx, organizationId, 'case', today);
    const transfersTo = transfersToOf(organization, input.amountDue.currency);
    const skonto = agreedSkonto(organization, definition, input, today);
    await insertCase(
      tx,
      initiating,
      {
        ...{ id: ids.caseId, number, customerId, workflowVersionId: version.id, transfersTo },
        ...{ skontoBasisPoints: skonto?.basisPoints ?? null, skontoDays: skonto?.days ?? null },
      },
      env,
    );
    const state = await lockCase(tx, organizationId, ids.caseId);
    if (!state) throw caseNotFound();
    followUps = [{ job: 'advance-case', caseId: ids.caseId }];
    const saving = { tx, organizationId, state, env, tokenHash: workshop.tokenHash, followUps };
    await saveChanges(saving, initiation.changes);
    await workshop.enqueue(tx, organizationId, followUps);
    await storeOutcome(tx, initiating, 'initiatePayment', ids.caseId);
    await appendCaseEvents(tx, organizationId, ids.caseId, env, initiation.events);
    return { caseId: ids.caseId, replayed: false, changed: true, restless: true };
  });
  if (result.changed) workshop.ring(organizationId, followUps);
  return result;
};

const customerOf = async (
  tx: TenantTransaction,
  organizationId: string,
  { customer }: InitiatePayment,
  env: Env,
): Promise<string> => {
  if ('id' in customer) {
    // Locked as the foreign key would: whoever is merging the record is waited for, and then it points to another.
    const [known] = await tx.$queryRaw<{ id: string }[]>`
      SELECT coalesce(merged_into_id, id) AS id FROM customer
      WHERE organization_id = ${organizationId}::uuid AND id = ${customer.id}::uuid FOR KEY SHARE`;
    if (!known) throw new NotFound('Customer', ['input', 'customerId']);
    return known.id;
  }
  const id = env.newId();
  await tx.customer.create({
    data: {
      ...customer.data,
      organizationId,
      id,
      displayName: customerName(customer.data),
      state: 'DRAFT',
      createdByKind: env.actor.kind,
      createdById: env.actor.id,
      createdAt: env.now,
      updatedAt: env.now,
    },
  });
  return id;
};

const numberTaken = (): ValidationFailed =>
  new ValidationFailed([{ path: ['input', 'externalRef'], code: 'ALREADY_USED' }]);

const insertCase = async (
  tx: TenantTransaction,
  { organizationId, actor, input, metadata, link }: Initiating,
  row: {
    readonly id: string;
    readonly number: string;
    readonly customerId: string;
    readonly workflowVersionId: string;
    readonly transfersTo: TransfersTo;
    readonly skontoBasisPoints: number | null;
    readonly skontoDays: number | null;
  },
  env: Env,
): Promise<void> => {
  const { supply, amountDue } = input;
  await tx.paymentCase
    .create({
      data: {
        ...row,
        organizationId,
        state: 'OPEN',
        channel: input.channel,
        preferredMethod: input.preferredMethod,
        currency: amountDue.currency,
        amountDueMinor: amountDue.minor,
        dueOn: dayToDate(input.dueOn),
        description: link?.purpose ?? null,
        reference: input.reference,
        paymentLinkId: link?.id ?? null,
        integrationId: actor.kind === 'INTEGRATION' ? actor.id : null,
        externalRef: input.externalRef,
        invoicing: input.invoicing,
        externalInvoiceNumber: input.externalInvoiceNumber,
        ...discountColumns(input.discount),
        taxBehavior: input.taxBehavior,
        supplyFrom: supply ? dayToDate(supply.from) : null,
        supplyTo: supply ? dayToDate(supply.to) : null,
        ...(metadata ? { metadata: metadata as Record<string, string> } : {}),
        initiatedByKind: actor.kind,
        initiatedById: actor.id,
        createdAt: env.now,
        updatedAt: env.now,
      },
    })
    .catch((error: unknown) => {
      // Ids and numbers are fresh; only the partner's own number can have been given before.
      throw isTaken(error) && input.externalRef ? numberTaken() : error;
    });
  await tx.caseLine.createMany({
    data: priceInvoice(input, amountDue.currency).lines.map(({ net, rate, ...line }, index) => ({
      organizationId,
      id: env.newId(),
      caseId: row.id,
      position: index + 1,
      name: line.name,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      ...discountColumns(line.discount),
      taxCase: line.taxCase,
      exemptionReason: line.exemptionReason,
      vatRate: rate,
      netMinor: net.minor,
    })),
  });
};
