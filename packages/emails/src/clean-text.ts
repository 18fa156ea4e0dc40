/** Overrides, embeddings and isolates reorder what a reader sees; zero-width characters hide in a name. */
const DECEPTIVE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
/** Everything that could break a line, and with it a header or the frame of the plain text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const NO_BREAK_SPACES = /[\u00a0\u202f]/g;

/**
 * One harmless line: no control, bidirectional or zero-width characters, single spaces. No-break spaces stay, so that
 * an amount is not torn apart where it is set. Every text of a message goes through this, whoever wrote it.
 */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(CONTROL, ' ')
    .replace(DECEPTIVE, '')
    .replace(/ {2,}/g, ' ')
    .trim();

/** As `oneLine`, with ordinary spaces only: for subjects, plain text and SMS, where people search and copy. */
export const plainLine = (text: string): string =>
  oneLine(text).replace(NO_BREAK_SPACES, ' ').replace(/ {2,}/g, ' ');

/** At most `length` characters as a reader counts them, the cut shown by an ellipsis. */
export const shorten = (text: string, length: number): string => {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
};
