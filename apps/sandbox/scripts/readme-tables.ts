import type { TestCard } from '../src/stripe/cards/test-card.ts';
import { TEST_CARDS } from '../src/stripe/cards/test-cards.ts';
import { type DebitOutcome, TEST_IBANS } from '../src/stripe/cards/test-ibans.ts';
import type { DisputePlan } from '../src/stripe/disputes/kinds.ts';
import { ENDPOINTS } from '../src/stripe/endpoints.ts';
import { API_LEVERS, WEBHOOK_LEVERS } from '../src/stripe/faults.ts';
import type { Fields } from '../src/stripe/http/parameters.ts';

/** Nested parameters that stand in many places are spelled out once. */
const SHARED = [
  'payment_method_data',
  'billing_details',
  'mandate_data',
  'shipping',
  'address',
  'created',
] as const;
const PAGES = 'limit, starting_after, ending_before';

/** `name`, `name*` when required, `name[a, b]` when nested. */
const parameterList = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, parser]) => {
      const nested =
        parser.fields && Object.keys(parser.fields).length > 0 && !SHARED.some((shared) => shared === name);
      return `${name}${parser.required ? '*' : ''}${nested ? `[${parameterList(parser.fields ?? {})}]` : ''}`;
    })
    .join(', ')
    .replace(PAGES, '_pages_');

const nestedOf = (fields: Fields, wanted: string): Fields | undefined => {
  for (const [name, parser] of Object.entries(fields)) {
    const found = name === wanted ? parser.fields : parser.fields && nestedOf(parser.fields, wanted);
    if (found) return found;
  }
  return undefined;
};

const sharedRows = SHARED.map((name) => {
  const fields = ENDPOINTS.map((endpoint) => nestedOf(endpoint.fields, name)).find(
    (found) => found !== undefined,
  );
  return [`\`${name}\``, parameterList(fields ?? {})];
});

const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const AUTHENTICATION: Record<TestCard['authentication'], string> = {
  not_supported: '',
  not_enrolled: '',
  optional: '3-D Secure when asked for',
  frictionless: '3-D Secure without a challenge',
  unless_set_up: '3-D Secure, off session only until set up',
  already_set_up: '3-D Secure on session, none off session',
  required: '3-D Secure every time',
};

const disputeInWords = ({ reason, inquiry, amount, eligibility }: DisputePlan): string =>
  [
    inquiry ? 'inquiry' : 'disputed',
    `as \`${reason}\``,
    amount === undefined ? '' : `for ${amount}`,
    eligibility ? `(\`${eligibility}\`)` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

const outcomeInWords = ({ failure, days, disputedAs }: DebitOutcome): string => {
  if (failure) return `fails with \`${failure.code}\` after ${days} days`;
  return `paid after ${days} days${disputedAs ? `, then returned: \`${disputedAs}\`` : ''}`;
};

const behavior = (card: TestCard): string =>
  [
    AUTHENTICATION[card.authentication],
    card.authenticationFails ? 'challenge ends in `processing_error`' : '',
    card.decline ? `declined: \`${card.decline.code}\` / \`${card.decline.declineCode}\`` : '',
    card.declineWhenSaved ? 'declined once it hangs on a customer' : '',
    card.checks
      ? `checks: ${Object.entries(card.checks)
          .map(([check, result]) => `${check} ${result}`)
          .join(', ')}`
      : '',
    card.risk ? `risk ${card.risk}` : '',
    card.bypassesPending ? 'money available at once' : '',
    card.refund === 'pending'
      ? 'refund pending, then succeeds'
      : card.refund === 'fails'
        ? 'refund succeeds, then fails'
        : '',
    card.pin ? `at a reader: ${card.pin}` : '',
    card.earlyFraudWarning ? 'early fraud warning' : '',
    ...(card.disputes ?? []).map(disputeInWords),
  ]
    .filter((part) => part !== '')
    .join('; ') || 'succeeds';

/** The tables of the README that follow from the code; a test compares them. */
export const readmeTables = (): Record<'endpoints' | 'shared' | 'cards' | 'ibans' | 'levers', string> => ({
  endpoints: table(
    ['Endpoint', 'Parameters'],
    ENDPOINTS.map(({ method, path, fields }) => [`\`${method} ${path}\``, parameterList(fields)]),
  ),
  shared: table(['Parameter', 'Nested'], [['_pages_', PAGES], ...sharedRows]),
  cards: table(
    ['Number', 'Tokens', 'Card', 'What it does'],
    TEST_CARDS.map((card) => [
      card.number,
      card.tokens.map((token) => `\`${token}\``).join(' '),
      `${card.brand} ${card.funding} ${card.country}`,
      behavior(card),
    ]),
  ),
  ibans: table(
    ['IBAN', 'Token', 'What happens'],
    TEST_IBANS.map(({ iban, tokens: [token], outcome }) => [iban, `\`${token}\``, outcomeInWords(outcome)]),
  ),
  levers: [...WEBHOOK_LEVERS, ...API_LEVERS].map((lever) => `\`${lever}\``).join(', '),
});
