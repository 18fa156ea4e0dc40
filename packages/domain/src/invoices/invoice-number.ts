const ALLOWED = /^[A-Za-z0-9$&%*+\-/]{1,36}$/;

/** Whether a number fits DATEV's Belegfeld 1: at most 36 of `A–Z a–z 0–9 $ & % * + - /`, no spaces, no umlauts. */
export const isInvoiceNumber = (number: string): boolean => ALLOWED.test(number);

/**
 * The number of a document in its series: prefix, calendar year of issue, running number with at least four digits.
 * Invoices and Stornos share the series `RE` (`RE-2026-0042`).
 */
export const formatInvoiceNumber = (prefix: string, issuedOn: string, value: bigint): string => {
  const number = `${prefix}-${issuedOn.slice(0, 4)}-${value.toString().padStart(4, '0')}`;
  if (!isInvoiceNumber(number)) throw new RangeError(`"${number}" is no valid document number.`);
  return number;
};
