import { friendlyFormatIBAN } from 'ibantools';

/** An IBAN in groups of four, as people read it: `DE89 3704 0044 0532 0130 00`. */
export const formatIban = (iban: string): string => friendlyFormatIBAN(iban) ?? iban;
