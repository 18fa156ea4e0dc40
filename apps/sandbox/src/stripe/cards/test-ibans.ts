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

const NORMAL_DAYS = 2;
const DELAYED_DAYS = 5;

const succeeds = (days: number): DebitOutcome => ({ failure: null, days });
const fails = (days: number, code: string, message: string): DebitOutcome => ({
  failure: { code, message },
  days,
});
const WRONG_HOLDER = [
  'incorrect_account_holder_name',
  "The customer's bank account holder name is incorrect.",
] as const;

/** The scenarios Stripe has test accounts for (docs.stripe.com/testing#sepa-direct-debit). */
const SCENARIOS = {
  success: succeeds(NORMAL_DAYS),
  successDelayed: succeeds(DELAYED_DAYS),
  failed: fails(NORMAL_DAYS, ...WRONG_HOLDER),
  failedDelayed: fails(DELAYED_DAYS, ...WRONG_HOLDER),
  disputed: { ...succeeds(NORMAL_DAYS), disputedAs: 'customer_initiated' },
  exceedsWeeklyVolumeLimit: fails(
    NORMAL_DAYS,
    'charge_exceeds_source_limit',
    'The debit exceeds the weekly volume limit of the account.',
  ),
  exceedsWeeklyTransactionLimit: fails(
    NORMAL_DAYS,
    'charge_exceeds_weekly_limit',
    "The debit exceeds the account's weekly transaction limit.",
  ),
  insufficientFunds: fails(
    NORMAL_DAYS,
    'insufficient_funds',
    "The customer's account has insufficient funds to cover this payment.",
  ),
} as const satisfies Record<string, DebitOutcome>;

type Scenario = keyof typeof SCENARIOS;
const SCENARIO_NAMES = Object.keys(SCENARIOS) as Scenario[];

/** In the order of the scenarios; a dash where Stripe gives the same account for two of them. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  at: 'AT611904300234573201 AT321904300235473204 AT861904300235473202 AT051904300235473205 AT591904300235473203 AT981904300000343434 AT601904300000121212 AT981904300002222227',
  be: 'BE62510007547061 BE78510007547064 BE68539007547034 BE51510007547065 BE08510007547063 BE90510000343434 BE52510000121212 BE90510002222227',
  de: 'DE89370400440532013000 DE08370400440532013003 DE62370400440532013001 DE78370400440532013004 DE35370400440532013002 DE65370400440000343434 DE27370400440000121212 DE65370400440002222227',
  fr: 'FR1420041010050500013M02606 FR3020041010050500013M02609 FR8420041010050500013M02607 FR7920041010050500013M02600 FR5720041010050500013M02608 FR9720041010050000000343434 FR5920041010050000000121212 FR9720041010050000002222227',
  ie: 'IE29AIBK93115212345678 IE24AIBK93115212345671 IE02AIBK93115212345679 IE94AIBK93115212345672 IE51AIBK93115212345670 IE10AIBK93115200343434 IE69AIBK93115200121212 IE10AIBK93115202222227',
  lu: 'LU280019400644750000 LU440019400644750003 LU980019400644750001 LU170019400644750004 LU710019400644750002 LU900010000000343434 LU520010000000121212 LU900010000002222227',
  nl: 'NL39RABO0300065264 NL55RABO0300065267 NL91ABNA0417164300 NL28RABO0300065268 NL82RABO0300065266 NL27RABO0000343434 NL86RABO0000121212 -',
};

interface TestIban {
  readonly iban: string;
  /** The tokens that stand for it: `pm_sepaDebit_success_de`, and the older `pm_success_de`. */
  readonly tokens: readonly string[];
  readonly outcome: DebitOutcome;
}

export const TEST_IBANS: readonly TestIban[] = Object.entries(ACCOUNTS).flatMap(([country, accounts]) =>
  accounts.split(' ').flatMap((iban, index) => {
    const scenario = SCENARIO_NAMES[index];
    if (!scenario || iban === '-') return [];
    const tokens = [`pm_sepaDebit_${scenario}_${country}`, `pm_${scenario}_${country}`];
    return [{ iban, tokens, outcome: SCENARIOS[scenario] }];
  }),
);

/** Accounts that cannot even become a payment method, by how they end. */
const REFUSALS = [
  ['55555', 'sepa_debit_bank_not_supported', 'The bank does not support SEPA Direct Debit.'],
  ['66666', 'sepa_debit_debits_not_supported', 'The account cannot be debited.'],
] as const;
const REFUSED = [
  'AT271904300000055555',
  'AT511904300000066666',
  'BE19510000055555',
  'BE43510000066666',
  'DE91370400440000055555',
  'DE18370400440000066666',
  'FR2620041010050000000055555',
  'FR5020041010050000000066666',
  'IE36AIBK93115200055555',
  'IE60AIBK93115200066666',
];

export const ibanRefusal = (iban: string): { code: string; message: string } | undefined => {
  const refusal = REFUSED.includes(iban) ? REFUSALS.find(([ending]) => iban.endsWith(ending)) : undefined;
  return refusal && { code: refusal[1], message: refusal[2] };
};

export const ibanByToken = (token: string): string | undefined =>
  TEST_IBANS.find(({ tokens }) => tokens.includes(token))?.iban;

/** Any valid IBAN that is not a test IBAN is paid. */
export const debitOutcome = (iban: string): DebitOutcome =>
  TEST_IBANS.find((candidate) => candidate.iban === iban)?.outcome ?? SCENARIOS.success;

/** ISO 13616: moved to the front, letters as numbers, the remainder by 97 must be 1. */
export const isValidIban = (iban: string): boolean => {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false;
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
};

export const normalizeIban = (input: string): string => input.replace(/\s+/g, '').toUpperCase();
