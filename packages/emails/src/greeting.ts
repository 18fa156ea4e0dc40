import type { Locale } from '@zahlwerk/domain/money/format-money';
import { oneLine } from './clean-text.ts';

const LONGEST_NAME = 70;
/** Whoever types an address into a name field wants the business's mail to carry it to somebody else. */
const LOOKS_LIKE_A_LINK = /:\/\/|www\.|@|[\p{L}\p{N}]\.[\p{L}]{2,}/iu;

const WITH_NAME = { de: (name: string) => `Guten Tag ${name},`, en: (name: string) => `Hello ${name},` };
const WITHOUT_NAME = { de: 'Guten Tag,', en: 'Hello,' };

/** The salutation. A name that is missing, overlong or reads like a web or mail address is left out. */
export const greet = (name: string | null, locale: Locale): string => {
  const clean = oneLine(name ?? '');
  const isName = clean !== '' && clean.length <= LONGEST_NAME && !LOOKS_LIKE_A_LINK.test(clean);
  return isName ? WITH_NAME[locale](clean) : WITHOUT_NAME[locale];
};
