import { nextNumber } from '@zahlwerk/db/numbers';
import { customerName } from '@zahlwerk/domain/customers/customer-data';
import { askRegister } from '../../customers/ask-register.ts';
import { actorColumns, type Saving, type Writer } from './writer.ts';

const customerKey = ({ organizationId, state }: Saving) => ({
  organizationId_id: { organizationId, id: state.customer.id },
});

/** The current data; a new address is given another chance after a bounce. */
export const setCustomerData: Writer<'set-customer-data'> = (saving, { data }) => {
  const moved = data.email !== saving.state.customer.data.email;
  return saving.tx.customer.update({
    where: customerKey(saving),
    data: {
      ...data,
      displayName: customerName(data),
      version: { increment: 1 },
      updatedAt: saving.env.now,
      ...(moved ? { emailBouncedAt: null } : {}),
    },
  });
};

/** Records the question to the register of VAT ids; a job asks it. */
export const askVatRegister: Writer<'ask-vat-register'> = async (saving, { id }) => {
  const { tx, organizationId, state, env } = saving;
  const { id: customerId, data } = state.customer;
  if (!data.vatId) return;
  const question = { organizationId, customerId, vatId: data.vatId, actor: env.actor };
  await askRegister(tx, id, question, env.now);
  saving.followUps.push({ job: 'check-vat-ids' });
};

/** Freezes a version; the first one gives the record its number. */
export const saveCustomerVersion: Writer<'save-customer-version'> = async (saving, { version, data }) => {
  const { tx, organizationId, state, env } = saving;
  await tx.customerVersion.create({
    data: {
      organizationId,
      id: env.newId(),
      customerId: state.customer.id,
      version,
      data: { ...data },
      caseId: state.id,
      savedAt: env.now,
      ...actorColumns('savedBy', saving),
    },
  });
  const number = state.customer.number ?? (await nextNumber(tx, organizationId, 'customer', env.today));
  await tx.customer.update({
    where: customerKey(saving),
    data: { number, savedVersion: version, updatedAt: env.now },
  });
};

/** Marks the version that a person has read back, and lets the connected systems follow it. */
export const confirmCustomerVersion: Writer<'confirm-customer-version'> = async (saving, { version }) => {
  const { tx, organizationId, state, env } = saving;
  const customerId = state.customer.id;
  await tx.customerVersion.update({
    where: { organizationId_customerId_version: { organizationId, customerId, version } },
    data: { confirmedAt: env.now, ...actorColumns('confirmedBy', saving) },
  });
  await tx.customer.update({
    where: customerKey(saving),
    data: { state: 'CONFIRMED', confirmedVersion: version, updatedAt: env.now },
  });
  saving.followUps.push({ job: 'sync-customer', customerId });
};
