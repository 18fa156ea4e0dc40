import { customerName } from '@zahlwerk/domain/customers/customer-data';
import type { InternalNotice } from '@zahlwerk/emails/templates/internal-notice';
import { encodeId } from '../graphql/ids.ts';
import { noticeSubject } from './dispute-props.ts';
import type { MessageFacts } from './message-facts.ts';
import { references } from './message-props.ts';

/** Tells the accounts department of a case that something is expected of it, or has happened to it. */
export const internalNoticeProps = (facts: MessageFacts): InternalNotice => {
  const { state, isTest, publicUrl } = facts;
  return {
    business: state.organization.seller,
    isTest,
    ...noticeSubject(facts),
    recipientName: null,
    ...references(state),
    customerName: customerName(state.customer.data) || null,
    received: null,
    detail: null,
    panelUrl: `${publicUrl}/cases/${encodeId('PaymentCase', state.id)}`,
  };
};
