import { appendEvents, type EventToAppend } from '@zahlwerk/db/events';
import type { Prisma, VatCheck } from '@zahlwerk/db/generated/client';
import { type BusinessTime, businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { nextTry } from '@zahlwerk/domain/customers/vat-register';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { Ports } from '../ports.ts';
import { raiseException } from '../tasks/raise-exception.ts';
import type { VatAnswer } from '../vies/vat-register.ts';
import { customerDataOf } from '../workflow/load/customer-data.ts';
import type { FollowUp } from '../workflow/save/writer.ts';
import { workshopOf } from '../workflow/workshop.ts';

/** After which a question counts as broken off, and another process asks again; longer than the register may take. */
const LEASE_MS = 2 * 60_000;

/** Where no register is in use, that is the answer, and nobody asks again by itself. */
const SWITCHED_OFF: VatAnswer = { outcome: 'UNAVAILABLE', reason: 'SWITCHED_OFF', answer: null };

interface Taken {
  readonly check: VatCheck;
  readonly customer: CustomerData;
  readonly requesterVatId: string | null;
}

/** Asks the register what is due, one question after the other: between two transactions, never inside of one. */
export const checkDueVatIds = async (ports: Ports, organizationId: string): Promise<void> => {
  for (let taken = await take(ports, organizationId); taken; taken = await take(ports, organizationId)) {
    const { check, customer, requesterVatId } = taken;
    const answer = ports.vatRegister
      ? await ports.vatRegister.ask({ vatId: check.vatId, requesterVatId, customer })
      : SWITCHED_OFF;
    await keep(ports, taken, answer);
  }
};

/** To one process; to another one only when this one does not come back. */
const take = ({ db }: Ports, organizationId: string): Promise<Taken | null> =>
  withTenant(db, organizationId, async (tx) => {
    const { now } = await businessTime(tx, organizationId);
    const [due] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM vat_check WHERE organization_id = ${organizationId}::uuid AND ask_at <= ${now}
      ORDER BY ask_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!due) return null;
    const { customer, ...check } = await tx.vatCheck.update({
      where: { organizationId_id: { organizationId, id: due.id } },
      data: { askAt: new Date(now.getTime() + LEASE_MS) },
      include: { customer: true },
    });
    const { vatId } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    return { check, customer: customerDataOf(customer), requesterVatId: vatId };
  });

/** The answer as evidence, the next question where there was none, and what people and cases are told; once. */
const keep = async (ports: Ports, { check, requesterVatId }: Taken, answer: VatAnswer): Promise<void> => {
  const { organizationId, id, customerId } = check;
  const kept = await withTenant(ports.db, organizationId, async (tx) => {
    await tx.$queryRaw`SELECT id FROM customer WHERE organization_id = ${organizationId}::uuid AND id = ${customerId}::uuid FOR NO KEY UPDATE`;
    const time = await businessTime(tx, organizationId);
    const { count } = await tx.vatCheck.updateMany({
      where: { organizationId, id, outcome: null },
      data: {
        ...evidenceOf(answer),
        ...{ askAt: null, answeredAt: time.now, requesterVatId, register: ports.vatRegister?.name ?? null },
      },
    });
    if (count === 0) return false;
    if (answer.outcome === 'UNAVAILABLE' && ports.vatRegister) await askAgain(tx, ports, check, time);
    const raised = answer.outcome === 'NOT_CONFIRMED' ? await raise(tx, ports, check, time) : [];
    await wakeCases(tx, ports, check);
    await appendEvents(tx, organizationId, [told(check, answer, time), ...raised]);
    return true;
  });
  if (kept) workshopOf(ports).ring(organizationId);
};

const evidenceOf = (answer: VatAnswer): Prisma.VatCheckUncheckedUpdateManyInput => {
  const { answer: fields, ...said } = answer;
  return { ...said, ...(fields ? { answer: { ...fields } } : {}) };
};

/** Later, unless it has been asked too often, or somebody has written another id into the record meanwhile. */
const askAgain = async (
  tx: TenantTransaction,
  { newId }: Ports,
  { organizationId, customerId, vatId, tries }: VatCheck,
  { now }: BusinessTime,
): Promise<void> => {
  const askAt = nextTry(tries + 1, now);
  const customer = await tx.customer.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: customerId } },
  });
  if (!askAt || customer.vatId !== vatId) return;
  await tx.vatCheck.create({
    data: {
      ...{ organizationId, id: newId(), customerId, vatId, tries: tries + 1 },
      ...{ askedByKind: 'SYSTEM', askedAt: now, askAt },
    },
  });
};

/** One task for each customer whose id the register does not know, as long as nobody has looked after it. */
const raise = async (
  tx: TenantTransaction,
  { newId }: Ports,
  { organizationId, customerId, vatId }: VatCheck,
  time: BusinessTime,
): Promise<readonly EventToAppend[]> => {
  const about = {
    organizationId,
    subject: 'CUSTOMER',
    subjectId: customerId,
    reason: 'VAT_ID_NOT_CONFIRMED',
  } as const;
  const open = await tx.task.findFirst({ where: { ...about, state: { not: 'DONE' } } });
  return open ? [] : [await raiseException(tx, newId(), { ...about, detail: vatId }, time)];
};

/** Steps at which a case may wait for the register. */
const WAITING = ['VERIFY_CUSTOMER_DATA', 'CREATE_PAYMENT_TASK'] as const;

/** The cases that have waited for the answer go on. */
const wakeCases = async (
  tx: TenantTransaction,
  ports: Ports,
  { organizationId, customerId }: VatCheck,
): Promise<void> => {
  const waiting = await tx.caseStep.findMany({
    where: {
      ...{ organizationId, state: 'OPEN', step: { in: [...WAITING] } },
      paymentCase: { customerId, state: 'OPEN' },
    },
    select: { caseId: true },
  });
  const followUps = waiting.map(({ caseId }): FollowUp => ({ job: 'advance-case', caseId }));
  await workshopOf(ports).enqueue(tx, organizationId, followUps);
};

const told = (
  { id, customerId }: VatCheck,
  { outcome }: VatAnswer,
  { now }: BusinessTime,
): EventToAppend => ({
  stream: 'customer',
  streamId: customerId,
  type: 'customer.vat_checked',
  at: now,
  actor: SYSTEM,
  data: { customerId, vatCheckId: id, outcome },
});
