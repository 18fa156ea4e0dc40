import type { EventType } from '@zahlwerk/domain/workflow/events';

/** The object types that implement `Event`; each is defined beside the topic it tells of. */
export type EventFamily =
  | 'ApprovalEvent'
  | 'AttemptEvent'
  | 'CaseEvent'
  | 'CheckEvent'
  | 'CustomerEvent'
  | 'DocumentEvent'
  | 'InvoiceEvent'
  | 'LinkEvent'
  | 'MemberEvent'
  | 'MessageEvent'
  | 'MethodEvent'
  | 'MoneyEvent'
  | 'OrganizationEvent'
  | 'PartnerEvent'
  | 'PaymentLinkEvent'
  | 'PayoutEvent'
  | 'StatusEvent'
  | 'StepEvent'
  | 'TaskEvent';

/** By which type each kind of event is told. A new kind fails the build here. */
export const FAMILY_OF = {
  'case.initiated': 'CaseEvent',
  'case.canceled': 'CaseEvent',
  'case.closed': 'CaseEvent',
  'case.rejected': 'CaseEvent',
  'step.opened': 'StepEvent',
  'step.done': 'StepEvent',
  'step.skipped': 'StepEvent',
  'step.stopped': 'StepEvent',
  'check.recorded': 'CheckEvent',
  'discrepancy.raised': 'CheckEvent',
  'discrepancy.resolved': 'CheckEvent',
  'customer.data_changed': 'CustomerEvent',
  'customer.saved': 'CustomerEvent',
  'customer.confirmed': 'CustomerEvent',
  'customer.synced': 'CustomerEvent',
  'data.requested': 'LinkEvent',
  'method.requested': 'LinkEvent',
  'method.updated': 'MethodEvent',
  'method.review_needed': 'MethodEvent',
  'task.created': 'TaskEvent',
  'task.claimed': 'TaskEvent',
  'task.done': 'TaskEvent',
  'attempt.started': 'AttemptEvent',
  'attempt.changed': 'AttemptEvent',
  'attempt.failed': 'AttemptEvent',
  'payment.received': 'MoneyEvent',
  'payment.amount_confirmed': 'MoneyEvent',
  'payment.recorded': 'MoneyEvent',
  'payment.status_changed': 'StatusEvent',
  'receipt.registered': 'MoneyEvent',
  'adjustment.recorded': 'MoneyEvent',
  'approval.asked': 'ApprovalEvent',
  'approval.granted': 'ApprovalEvent',
  'approval.refused': 'ApprovalEvent',
  'invoice.issued': 'InvoiceEvent',
  'invoice.canceled': 'InvoiceEvent',
  'document.stored': 'DocumentEvent',
  'attachment.added': 'DocumentEvent',
  'message.queued': 'MessageEvent',
  'message.sent': 'MessageEvent',
  'message.delivered': 'MessageEvent',
  'message.bounced': 'MessageEvent',
  'message.failed': 'MessageEvent',
  'payout.created': 'PayoutEvent',
  'payout.paid': 'PayoutEvent',
  'payout.failed': 'PayoutEvent',
  'payout.proposed': 'PayoutEvent',
  'payout.released': 'PayoutEvent',
  'organization.created': 'OrganizationEvent',
  'organization.updated': 'OrganizationEvent',
  'member.invited': 'MemberEvent',
  'member.joined': 'MemberEvent',
  'member.role_changed': 'MemberEvent',
  'member.removed': 'MemberEvent',
  'provider.connected': 'OrganizationEvent',
  'integration.created': 'PartnerEvent',
  'api_key.created': 'PartnerEvent',
  'api_key.revoked': 'PartnerEvent',
  'payment_link.created': 'PaymentLinkEvent',
  'payment_link.updated': 'PaymentLinkEvent',
  'workflow.activated': 'OrganizationEvent',
} as const satisfies Record<EventType, EventFamily>;
