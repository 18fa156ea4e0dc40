import { dateToDay, dayToDate } from '@zahlwerk/db/calendar-day';
import type { PaymentLink as PaymentLinkRow } from '@zahlwerk/db/generated/client';
import { money } from '@zahlwerk/domain/money/money';
import type { LinkAmount, PaymentLink } from '@zahlwerk/domain/payment-links/payment-link';
import { currencyOf } from '../workflow/load/columns.ts';

const amountOf = (row: PaymentLinkRow): LinkAmount => {
  const currency = currencyOf(row.currency);
  if (row.amountMinor !== null) return { kind: 'FIXED', amount: money(row.amountMinor, currency) };
  return {
    kind: 'FREE',
    minimum: money(row.minimumMinor ?? 0n, currency),
    maximum: money(row.maximumMinor ?? 0n, currency),
  };
};

/** A link's row as the rules know it. */
export const toPaymentLink = (row: PaymentLinkRow): PaymentLink => ({
  id: row.id,
  title: { de: row.titleDe, en: row.titleEn },
  description: { de: row.descriptionDe, en: row.descriptionEn },
  amount: amountOf(row),
  taxCase: row.taxCase,
  expiresOn: row.expiresOn && dateToDay(row.expiresOn),
  enabled: row.enabled,
});

/** The columns of what the owner has said about a link. */
export const linkColumns = ({
  title,
  description,
  amount,
  taxCase,
  expiresOn,
}: Omit<PaymentLink, 'id' | 'enabled'>) => {
  const isFixed = amount.kind === 'FIXED';
  return {
    titleDe: title.de,
    titleEn: title.en,
    descriptionDe: description.de,
    descriptionEn: description.en,
    currency: (isFixed ? amount.amount : amount.minimum).currency,
    amountMinor: isFixed ? amount.amount.minor : null,
    minimumMinor: isFixed ? null : amount.minimum.minor,
    maximumMinor: isFixed ? null : amount.maximum.minor,
    taxCase,
    expiresOn: expiresOn === null ? null : dayToDate(expiresOn),
  };
};
