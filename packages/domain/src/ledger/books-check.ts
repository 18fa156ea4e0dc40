/** A rule that does not hold, by its sentence, and what the rows that break it are called. */
export interface Finding {
  readonly rule: string;
  readonly rows: readonly string[];
}

const NAMED = 10;

/** By what a row is called, the most telling first. Never a name or an address: a finding goes into tasks and mails. */
const CALLED = ['number', 'id', 'case_id', 'key', 'stream_id', 'position', 'currency'] as const;

const nameOf = (row: Readonly<Record<string, unknown>>): string =>
  String(CALLED.map((column) => row[column]).find((value) => value !== null && value !== undefined) ?? '?');

/** What was found, as far as naming it helps: the first rows, each once. */
export const toFinding = (rule: string, rows: readonly Readonly<Record<string, unknown>>[]): Finding => {
  const names = [...new Set(rows.map(nameOf))];
  return { rule, rows: names.slice(0, NAMED) };
};

/** What a task about a finding says, to be taken apart again for the language of its reader. */
export const toDetail = ({ rule, rows }: Finding): string => [rule, ...rows].join('\n');

export const ofDetail = (detail: string): Finding => {
  const [rule = '', ...rows] = detail.split('\n');
  return { rule, rows };
};

/** The findings that nobody has been asked to look after yet: one task per rule, however often it is found broken. */
export const notYetRaised = (
  findings: readonly Finding[],
  openDetails: readonly string[],
): readonly Finding[] => {
  const raised = new Set(openDetails.map((detail) => ofDetail(detail).rule));
  return findings.filter(({ rule }) => !raised.has(rule));
};
