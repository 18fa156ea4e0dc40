import type { Locale } from '@zahlwerk/domain/money/format-money';

/** A dictionary whose English side must have exactly the entries of the German one; a gap does not compile. */
export const bilingual = <TTexts>(texts: {
  readonly de: TTexts;
  readonly en: NoInfer<TTexts>;
}): Readonly<Record<Locale, TTexts>> => texts;
