import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { skontoPercent } from '@zahlwerk/domain/invoices/skonto-terms';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { formatAmount, formatDecimal, longDate } from './format.ts';
import { LABELS } from './labels.ts';

/** What is to be transferred until when, by whoever wants to keep the Skonto. */
export const skontoSentence = (
  { lastDay, reduced, ...terms }: NonNullable<InvoiceSnapshot['skonto']>,
  locale: Locale,
): string =>
  LABELS[locale].skonto(
    formatDecimal(skontoPercent(terms), locale),
    longDate(lastDay, locale),
    formatAmount(reduced, locale),
  );
