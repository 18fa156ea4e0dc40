type Words = { readonly de: string; readonly en: string };

/** One sentence per reason why a file is refused, in both languages. `{detail}` is filled in. Nothing of a refused file is taken. */
export const STATEMENT_REFUSAL_TEXT = {
  FILE_EMPTY: { de: 'Die Datei ist leer.', en: 'The file is empty.' },
  FILE_TOO_LARGE: {
    de: 'Die Datei ist größer als 20 MB.',
    en: 'The file is larger than 20 MB.',
  },
  FORMAT_UNKNOWN: {
    de: 'Das ist weder ein camt-Auszug (XML oder ZIP) noch die Umsatzliste (CSV) einer bekannten Bank.',
    en: 'This is neither a camt statement (XML or ZIP) nor the list (CSV) of a known bank.',
  },
  ENCODING_UNKNOWN: {
    de: 'Die Zeichenkodierung der Datei ist nicht lesbar: {detail}.',
    en: 'The encoding of the file cannot be read: {detail}.',
  },
  XML_MALFORMED: {
    de: 'Die Datei ist beschädigt oder abgeschnitten.',
    en: 'The file is damaged or cut off.',
  },
  XML_TOO_DEEP: {
    de: 'Die Datei ist tiefer verschachtelt oder hat mehr Elemente, als ein Auszug haben kann.',
    en: 'The file is nested deeper or has more elements than a statement can have.',
  },
  DTD_NOT_ALLOWED: {
    de: 'Die Datei bringt eigene Dokumentregeln (DTD) mit; solche Dateien werden nicht gelesen.',
    en: 'The file brings document rules (a DTD) of its own; such files are not read.',
  },
  NOT_CAMT: {
    de: 'Das ist keine camt-Datei: {detail}.',
    en: 'This is not a camt file: {detail}.',
  },
  VERSION_UNKNOWN: {
    de: 'Diese Fassung wird nicht gelesen: {detail}. Gelesen werden camt.052, .053 und .054 in .001.08 und .001.02.',
    en: 'This version is not read: {detail}. Read are camt.052, .053 and .054 in .001.08 and .001.02.',
  },
  ELEMENT_MISSING: { de: 'Es fehlt eine Angabe: {detail}.', en: 'A piece of data is missing: {detail}.' },
  AMOUNT_MALFORMED: {
    de: 'Ein Betrag ist nicht lesbar: {detail}.',
    en: 'An amount cannot be read: {detail}.',
  },
  CURRENCY_UNKNOWN: { de: 'Eine Währung ist unbekannt: {detail}.', en: 'A currency is unknown: {detail}.' },
  DATE_MALFORMED: { de: 'Ein Datum ist nicht lesbar: {detail}.', en: 'A date cannot be read: {detail}.' },
  CODE_UNKNOWN: { de: 'Ein Kennzeichen ist unbekannt: {detail}.', en: 'A code is unknown: {detail}.' },
  BALANCE_DIFFERS: {
    de: 'Anfangssaldo und Buchungen ergeben nicht den Endsaldo: {detail}.',
    en: 'Opening balance and bookings do not give the closing balance: {detail}.',
  },
  ZIP_MALFORMED: {
    de: 'Das ZIP ist beschädigt oder verschlüsselt.',
    en: 'The ZIP is damaged or encrypted.',
  },
  ZIP_NESTED: {
    de: 'Im ZIP liegt ein weiteres ZIP: {detail}.',
    en: 'There is another ZIP inside the ZIP: {detail}.',
  },
  ZIP_TOO_MANY_FILES: {
    de: 'Im ZIP liegen mehr als 50 Dateien.',
    en: 'The ZIP holds more than 50 files.',
  },
  ZIP_TOO_LARGE: {
    de: 'Entpackt wäre das ZIP größer als 20 MB.',
    en: 'Unpacked the ZIP would be larger than 20 MB.',
  },
  ZIP_EMPTY: { de: 'Im ZIP liegt kein Auszug.', en: 'There is no statement in the ZIP.' },
  CSV_MALFORMED: {
    de: 'Die Liste ist beschädigt oder abgeschnitten.',
    en: 'The list is damaged or cut off.',
  },
  COLUMN_MISSING: {
    de: 'In der Liste fehlt eine Spalte: {detail}.',
    en: 'The list lacks a column: {detail}.',
  },
} as const satisfies Record<string, Words>;

export type StatementRefusalCode = keyof typeof STATEMENT_REFUSAL_TEXT;

/** Why a file was not taken, and where in it the reason stands. */
export interface StatementRefusal {
  readonly code: StatementRefusalCode;
  /** The line, from 1; null where the reason lies in the file as a whole. */
  readonly line: number | null;
  readonly detail: string | null;
  /** Which file of a ZIP; null for a file that came alone. */
  readonly file: string | null;
}

/** Thrown from any depth of a reader and caught once, where the file was opened. */
export class StatementRefused extends Error {
  readonly refusal: StatementRefusal;

  constructor(
    code: StatementRefusalCode,
    line: number | null = null,
    detail: string | null = null,
    file: string | null = null,
  ) {
    super(code);
    this.refusal = { code, line, detail, file };
  }

  /** The same reason with the file of a ZIP that it was found in. */
  inFile(file: string): StatementRefused {
    const { code, line, detail } = this.refusal;
    return new StatementRefused(code, line, detail, file);
  }
}
