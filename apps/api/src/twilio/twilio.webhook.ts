import type { ReportedDelivery } from '../notifications/apply-delivery.ts';
import { reportUrl } from './texter.ts';

/** A report as it came in. */
export interface SignedReport {
  readonly organizationId: string;
  readonly messageId: string;
  readonly signature: string;
  /** The form that was sent. */
  readonly params: Readonly<Record<string, string>>;
}

interface Settings {
  readonly authToken: string;
  readonly publicUrl: string;
}

/** Statuses on the way (`queued`, `sent`) say nothing that is not known. */
const REPORT: Readonly<Record<string, ReportedDelivery['report']>> = {
  delivered: 'DELIVERED',
  undelivered: 'FAILED',
  failed: 'FAILED',
};

/**
 * Verifies with the SDK that Twilio has signed the report for this very message. Throws otherwise; null for a status that
 * changes nothing (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status).
 */
export const readReport = async (
  { authToken, publicUrl }: Settings,
  { organizationId, messageId, signature, params }: SignedReport,
): Promise<ReportedDelivery | null> => {
  const { default: twilio } = await import('twilio');
  const url = reportUrl(publicUrl, { organizationId, messageId });
  if (!twilio.validateRequest(authToken, signature, url, { ...params }))
    throw new Error('Twilio has not signed this.');
  const report = REPORT[params.MessageStatus ?? ''];
  if (!report) return null;
  const reason =
    report === 'FAILED' ? [params.MessageStatus, params.ErrorCode].filter(Boolean).join(' ') : null;
  return { organizationId, messageId, report, reason };
};
