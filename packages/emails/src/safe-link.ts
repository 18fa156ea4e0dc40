/**
 * The address as it may stand in a message. Throws a RangeError for anything but an absolute http or https address
 * without credentials: a template never links what a customer has typed, so this is a mistake of the caller.
 */
export const safeLink = (address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw new RangeError('A link in a message must be an absolute http or https address.');
  return url.href;
};
