import { isInEuropeanUnion } from './country.ts';
import { normalizeName } from './normalize-name.ts';

/** What a register of the tax authorities has answered; UNAVAILABLE means that nobody knows, it is not a no. */
export const VAT_CHECK_OUTCOMES = ['CONFIRMED', 'NOT_CONFIRMED', 'UNAVAILABLE'] as const;
export type VatCheckOutcome = (typeof VAT_CHECK_OUTCOMES)[number];

/** Whether the register knows the id under the customer's name; NOT_TOLD where the member state keeps names to itself. */
export const NAME_MATCHES = ['SAME', 'OTHER', 'NOT_TOLD'] as const;
export type NameMatch = (typeof NAME_MATCHES)[number];

/** How VIES writes the two countries whose VAT ids begin with another code than ISO 3166-1's; XI counts only for goods. */
const COUNTRY_OF: Readonly<Record<string, string>> = { EL: 'GR', XI: 'XI' };

/** Whether the registers of the member states know ids that begin like this one. */
export const isInRegister = (vatId: string): boolean => {
  const prefix = vatId.slice(0, 2);
  return prefix === 'XI' || isInEuropeanUnion(COUNTRY_OF[prefix] ?? prefix);
};

/** Minutes until the next question after one that was not answered; after the last one nobody asks again by itself. */
const PAUSES_MINUTES = [1, 5, 30, 120, 360, 1440];

/** When to ask again what has not been answered for the `tries`-th time; null: no more. */
export const nextTry = (tries: number, now: Date): Date | null => {
  const minutes = PAUSES_MINUTES[tries - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
};

/** Legal forms and fillers say nothing about who it is. */
const FORMS = new Set(
  'ag ab aps as bv co cv doo eg ev gbr gesellschaft gmbh inc kft kg kgaa limited ltd mbh nv oe og ohg oy plc sa sarl sas se sl sp spa srl sro the ug z oo'.split(
    ' ',
  ),
);

/** Registers write names in their own way: two are of the same business when they share a word that is no legal form. */
export const matchNames = (ours: string, answered: string | null): NameMatch => {
  if (!answered) return 'NOT_TOLD';
  const words = (name: string) =>
    normalizeName(name)
      .split(' ')
      .filter((word) => !FORMS.has(word));
  const known = new Set(words(ours));
  return words(answered).some((word) => known.has(word)) ? 'SAME' : 'OTHER';
};
