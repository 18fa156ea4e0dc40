import type { PayWords } from './words.ts';

/** "visa •••• 4242" or "SEPA_DEBIT •••• 3000" as a customer reads it: the brand with a capital, a kind in words. */
export const methodOnFile = (current: string, words: Pick<PayWords, 'method'>): string => {
  const [name = ''] = current.split(' ');
  const known = Object.entries(words.method).find(([method]) => method === name)?.[1];
  return (known ?? name.charAt(0).toUpperCase() + name.slice(1)) + current.slice(name.length);
};
