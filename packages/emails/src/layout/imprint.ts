import { countryName } from '@zahlwerk/domain/customers/country';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import type { Mail } from '../mail.ts';
import { FRAME_WORDS } from './frame-words.ts';

/**
 * The foot of a business letter, line by line: who writes, where, and what the commercial register asks for
 * (§ 35a GmbHG, § 37a HGB). What the business has not given is left out.
 */
export const imprint = ({ business }: Mail, locale: Locale): readonly string[] => {
  const words = FRAME_WORDS[locale];
  const { name, street, postalCode, city, phone, email, website, register, management } = business;
  const town = [postalCode, city].filter(Boolean).join(' ');
  const country = locale === 'de' && business.country === 'DE' ? null : countryName(business.country, locale);
  return [
    [name, street, town, town ? country : null],
    [phone, email, website],
    [register, management],
    [
      business.vatId && words.vatId(business.vatId),
      business.taxNumber && !business.vatId ? words.taxNumber(business.taxNumber) : null,
    ],
  ]
    .map((parts) => parts.filter(Boolean).join(' · '))
    .filter((line) => line !== '');
};
