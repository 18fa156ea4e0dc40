const significant = (text: string): string => text.replace(/[\s]/g, '');

/** Groups an IBAN by four and writes its letters large. */
export const formatIban = (typed: string): string =>
  significant(typed)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 34)
    .replace(/(.{4})(?=.)/g, '$1 ');

/** Writes a VAT id as country and rest: `de123` becomes `DE 123`. */
export const formatVatId = (typed: string): string => {
  const text = significant(typed)
    .toUpperCase()
    .replace(/[^0-9A-Z+*]/g, '')
    .slice(0, 14);
  const [, country, rest] = /^([A-Z]{2})(.+)$/.exec(text) ?? [];
  return country && rest ? `${country} ${rest}` : text;
};

/** Where the caret stands after formatting: behind as many written characters as before. */
export const caretAfter = (typed: string, caret: number, formatted: string): number => {
  let left = significant(typed.slice(0, caret)).length;
  if (left === significant(typed).length) return formatted.length;
  let position = 0;
  while (left > 0 && position < formatted.length) {
    if (!/\s/.test(formatted[position] ?? '')) left -= 1;
    position += 1;
  }
  return position;
};
