import type { DebitReason } from '../disputes/kinds.ts';

/** What happens to a SEPA direct debit. */
export interface DebitOutcome {
  /** Set when the debit fails: the charge's failure code and what it means. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  /** Days on the virtual clock until the bank answers. */
  readonly days: number;
  /** Set when the customer has his bank take the money back once it was paid. */
  readonly disputedAs?: DebitReason;
}

interface TestIban {
  readonly iban: string;
  /** The token that stands for it, such as `pm_success_de`. */
  readonly token: string;
  readonly outcome: DebitOutcome;
}

const succeeds = (days: number): DebitOutcome => ({ failure: null, days });
const fails = (days: number, code: string, message: string): DebitOutcome => ({
  failure: { code, message },
  days,
});

const NORMAL_DAYS = 2;
const DELAYED_DAYS = 5;
const WRONG_HOLDER = [
  'incorrect_account_holder_name',
  "The customer's bank account holder name is incorrect.",
] as const;

const SUCCESS = succeeds(NORMAL_DAYS);

export const TEST_IBANS: readonly TestIban[] = [
  { iban: 'DE89370400440532013000', token: 'pm_success_de', outcome: SUCCESS },
  { iban: 'DE08370400440532013003', token: 'pm_successDelayed_de', outcome: succeeds(DELAYED_DAYS) },
  { iban: 'DE62370400440532013001', token: 'pm_failed_de', outcome: fails(NORMAL_DAYS, ...WRONG_HOLDER) },
  {
    iban: 'DE78370400440532013004',
    token: 'pm_failedDelayed_de',
    outcome: fails(DELAYED_DAYS, ...WRONG_HOLDER),
  },
  {
    iban: 'DE35370400440532013002',
    token: 'pm_disputed_de',
    outcome: { ...SUCCESS, disputedAs: 'customer_initiated' },
  },
  {
    iban: 'DE65370400440000343434',
    token: 'pm_exceedsWeeklyVolumeLimit_de',
    outcome: fails(
      NORMAL_DAYS,
      'charge_exceeds_source_limit',
      'The debit exceeds the weekly volume limit of the account.',
    ),
  },
  {
    iban: 'DE27370400440000121212',
    token: 'pm_exceedsWeeklyTransactionLimit_de',
    outcome: fails(
      NORMAL_DAYS,
      'charge_exceeds_weekly_limit',
      "The debit exceeds the account's weekly transaction limit.",
    ),
  },
  {
    iban: 'DE65370400440002222227',
    token: 'pm_insufficientFunds_de',
    outcome: fails(
      NORMAL_DAYS,
      'insufficient_funds',
      "The customer's account has insufficient funds to cover this payment.",
    ),
  },
  { iban: 'AT611904300234573201', token: 'pm_success_at', outcome: SUCCESS },
  { iban: 'AT321904300235473204', token: 'pm_successDelayed_at', outcome: succeeds(DELAYED_DAYS) },
  {
    iban: 'AT591904300235473203',
    token: 'pm_disputed_at',
    outcome: { ...SUCCESS, disputedAs: 'customer_initiated' },
  },
  { iban: 'AT861904300235473202', token: 'pm_failed_at', outcome: fails(NORMAL_DAYS, ...WRONG_HOLDER) },
  {
    iban: 'AT051904300235473205',
    token: 'pm_failedDelayed_at',
    outcome: fails(DELAYED_DAYS, ...WRONG_HOLDER),
  },
];

export const ibanByToken = (token: string): string | undefined =>
  TEST_IBANS.find((candidate) => candidate.token === token)?.iban;

/** Any valid IBAN that is not a test IBAN is paid. */
export const debitOutcome = (iban: string): DebitOutcome =>
  TEST_IBANS.find((candidate) => candidate.iban === iban)?.outcome ?? SUCCESS;

/** ISO 13616: moved to the front, letters as numbers, the remainder by 97 must be 1. */
export const isValidIban = (iban: string): boolean => {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false;
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
};

export const normalizeIban = (input: string): string => input.replace(/\s+/g, '').toUpperCase();
