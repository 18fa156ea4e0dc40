import { withTenant } from '@zahlwerk/db/tenant';
import type { PreNotice } from '@zahlwerk/emails/templates/pre-notice';
import type { Ports } from '../ports.ts';
import { fetchCreditorId, fetchMandateReference } from '../stripe/mandates.ts';
import { localMoment } from './local-moment.ts';
import type { MessageFacts } from './message-facts.ts';
import { invoiceNumberOf, references, toCustomer } from './message-props.ts';

/** The announced debit, with what its scheme wants to be named; the provider knows mandate and creditor. */
export const preNoticeProps = async (ports: Ports, facts: MessageFacts): Promise<PreNotice> => {
  const { message, state, timeZone } = facts;
  const { organizationId, subjectId } = message;
  const attempt = state.attempts.find(({ id }) => id === subjectId);
  if (!attempt?.charge) throw new Error(`Message ${message.id} is about a debit that does not exist.`);
  const { methodId, at } = attempt.charge;
  const method = await withTenant(ports.db, organizationId, (tx) =>
    tx.paymentMethod.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id: methodId } } }),
  );
  const { stripe } = await ports.stripe.open(organizationId, method.providerAccountId);
  return {
    ...toCustomer(facts),
    ...references(state),
    amount: attempt.amount,
    debitOn: localMoment(at, timeZone).slice(0, 10),
    mandateReference: method.mandateRef && (await fetchMandateReference(stripe, method.mandateRef)),
    creditorId: await fetchCreditorId(stripe),
    collectedBy: null,
    accountLast4: method.last4 ?? '',
    invoiceNumber: invoiceNumberOf(state),
    payUrl: facts.payUrl,
  };
};
