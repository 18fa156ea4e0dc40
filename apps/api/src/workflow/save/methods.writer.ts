import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { Saving, Writer } from './writer.ts';

/** What comes into use is charged from now on; the customer's first one stays what later ones are compared with (rule 24). */
const inUse = ({ state, env }: Saving) => ({
  state: 'ACTIVE' as const,
  isDefault: true,
  isFirst: !state.methods.some(({ isFirst }) => isFirst),
  activatedAt: env.now,
});

/** A further method beside the ones before; which of them it takes the place of is kept. */
export const storeMethod: Writer<'store-method'> = (saving, { method, reviewReason }) => {
  const { tx, organizationId, state, env } = saving;
  return tx.paymentMethod.create({
    data: {
      ...method,
      ...(reviewReason === null ? inUse(saving) : { state: 'REVIEW', reviewReason }),
      organizationId,
      customerId: state.customer.id,
      expiresOn: method.expiresOn ? dayToDate(method.expiresOn) : null,
      replacesId: state.methods.find(({ isDefault }) => isDefault)?.id ?? null,
      createdAt: env.now,
    },
  });
};

export const activateMethod: Writer<'activate-method'> = (saving, { id }) =>
  saving.tx.paymentMethod.update({
    where: { organizationId_id: { organizationId: saving.organizationId, id } },
    data: inUse(saving),
  });

export const retireMethod: Writer<'retire-method'> = ({ tx, organizationId, env }, { id }) =>
  tx.paymentMethod.update({
    where: { organizationId_id: { organizationId, id } },
    data: { state: 'RETIRED', isDefault: false, retiredAt: env.now },
  });
