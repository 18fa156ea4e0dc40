import { formatMoney, INTL_LOCALE, type Locale } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from './bilingual.ts';
import { type Day, formatDay } from './format-day.ts';
import type { Block } from './mail.ts';

/** What the customer may keep by transferring early. */
export interface Skonto {
  /** Hundredths of a percent. */
  readonly basisPoints: number;
  readonly lastDay: Day;
  /** What is to be transferred in that time. */
  readonly reduced: Money;
}

const TEXTS = bilingual({
  de: {
    offer: (percent: string, day: string, amount: string) =>
      `Wenn Sie bis zum ${day} überweisen, können Sie ${percent}\u00a0% Skonto abziehen und zahlen nur ${amount}. Der GiroCode nennt den vollen Betrag.`,
  },
  en: {
    offer: (percent, day, amount) =>
      `If you transfer by ${day}, you may deduct a ${percent}% discount and pay only ${amount}. The GiroCode names the full amount.`,
  },
});

/** The sentence before the block for a transfer, or none where nothing may be kept. */
export const skontoNote = (skonto: Skonto | null, locale: Locale): readonly Block[] => {
  if (!skonto) return [];
  const percent = new Intl.NumberFormat(INTL_LOCALE[locale]).format(skonto.basisPoints / 100);
  const day = formatDay(skonto.lastDay, locale);
  const text = TEXTS[locale].offer(percent, day, formatMoney(skonto.reduced, locale));
  return [{ type: 'paragraph', text }];
};
