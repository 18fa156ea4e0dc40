/** An IBAN in groups of four, as people read it: `DE89 3704 0044 0532 0130 00`. */
export const formatIban = (iban: string): string => iban.replace(/\s/g, '').replace(/.{4}(?=.)/g, '$& ');
