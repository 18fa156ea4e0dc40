/** How a check ended. NOT_CHECKABLE means nobody could tell; it is not FAILED. */
export type CheckState = 'PASSED' | 'FAILED' | 'NOT_APPLICABLE' | 'NOT_CHECKABLE';

export const CHECK_KEYS = [
  'required-fields',
  'email',
  'phone',
  'postal-code',
  'iban',
  'vat-id',
  'duplicates',
] as const;

export type CheckKey = (typeof CHECK_KEYS)[number];

/** Who answered, and in short what: codes and values, no prose, so that it reads the same in every language. */
export interface Evidence {
  readonly source:
    | 'RECORD'
    | 'EMAIL_SYNTAX'
    | 'LIBPHONENUMBER'
    | 'POSTAL_CODE_TABLE'
    | 'IBAN_RULES'
    | 'VAT_ID_RULES'
    | 'OWN_CUSTOMERS';
  readonly detail: string | null;
}

/** The outcome of one machine check of customer data. The caller adds the time. */
export interface MachineCheck {
  readonly key: CheckKey;
  readonly state: CheckState;
  readonly code: string | null;
  readonly evidence: Evidence;
}

/** Builds the outcomes of one check, so that key and source are named once. */
export const outcomesOf = (key: CheckKey, source: Evidence['source']) => ({
  passed: (detail: string | null = null): MachineCheck => ({
    key,
    state: 'PASSED',
    code: null,
    evidence: { source, detail },
  }),
  failed: (code: string, detail: string | null = null): MachineCheck => ({
    key,
    state: 'FAILED',
    code,
    evidence: { source, detail },
  }),
  notApplicable: (): MachineCheck => ({
    key,
    state: 'NOT_APPLICABLE',
    code: null,
    evidence: { source, detail: null },
  }),
  notCheckable: (code: string, detail: string | null = null): MachineCheck => ({
    key,
    state: 'NOT_CHECKABLE',
    code,
    evidence: { source, detail },
  }),
});
