import { dayToDate } from '@zahlwerk/db/calendar-day';
import { nextNoticeOn } from '@zahlwerk/domain/customers/expiry-notice';
import type { Saving, Writer } from './writer.ts';

const dayOrNull = (day: string | null): Date | null => (day ? dayToDate(day) : null);

/** What comes into use is charged from now on; the customer's first one stays what later ones are compared with (rule 24). */
const inUse = ({ state, env }: Saving, expiresOn: string | null) => ({
  state: 'ACTIVE' as const,
  noticeOn: dayOrNull(nextNoticeOn(expiresOn, env.today)),
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
      ...(reviewReason === null ? inUse(saving, method.expiresOn) : { state: 'REVIEW', reviewReason }),
      organizationId,
      customerId: state.customer.id,
      expiresOn: dayOrNull(method.expiresOn),
      replacesId: state.methods.find(({ isDefault }) => isDefault)?.id ?? null,
      createdAt: env.now,
    },
  });
};

export const activateMethod: Writer<'activate-method'> = (saving, { id }) =>
  saving.tx.paymentMethod.update({
    where: { organizationId_id: { organizationId: saving.organizationId, id } },
    data: inUse(saving, saving.state.methods.find((one) => one.id === id)?.expiresOn ?? null),
  });

export const retireMethod: Writer<'retire-method'> = ({ tx, organizationId, env }, { id }) =>
  tx.paymentMethod.update({
    where: { organizationId_id: { organizationId, id } },
    data: { state: 'RETIRED', isDefault: false, noticeOn: null, retiredAt: env.now },
  });

/** The owner has been told now, and is told again then. */
export const planNotice: Writer<'plan-notice'> = ({ tx, organizationId, env }, { methodId, noticeOn }) =>
  tx.paymentMethod.update({
    where: { organizationId_id: { organizationId, id: methodId } },
    data: { noticeOn: dayOrNull(noticeOn), noticedAt: env.now },
  });
