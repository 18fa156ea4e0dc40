import type { ShelfName, Tables } from '../../state/store.ts';
import { bankAccountOf } from '../bank-account.ts';
import { cashBalanceOf } from '../transfers/cash-balance.ts';
import type { Scope } from '../world.ts';
import { pageOf, wholeList } from './pages.ts';
import { invalidRequest } from './stripe-error.ts';

type Json = Record<string, unknown>;

const SHELF_OF_PREFIX = {
  cus: 'customers',
  ccsbtxn: 'cashBalanceTransactions',
  pm: 'paymentMethods',
  pi: 'paymentIntents',
  seti: 'setupIntents',
  setatt: 'setupAttempts',
  mandate: 'mandates',
  ch: 'charges',
  py: 'charges',
  re: 'refunds',
  pyr: 'refunds',
  du: 'disputes',
  issfr: 'earlyFraudWarnings',
  file: 'files',
  txn: 'balanceTransactions',
  po: 'payouts',
  cs: 'checkoutSessions',
  tmr: 'readers',
  tml: 'locations',
} as const satisfies Record<string, ShelfName>;

const isPrefix = (prefix: string): prefix is keyof typeof SHELF_OF_PREFIX =>
  Object.hasOwn(SHELF_OF_PREFIX, prefix);

const load = (scope: Scope, id: string): object | undefined => {
  const prefix = id.slice(0, id.indexOf('_'));
  if (prefix === 'ba') return bankAccountOf(scope.account);
  if (!isPrefix(prefix)) return undefined;
  const table: { get(id: string): object | undefined } =
    scope.tables[SHELF_OF_PREFIX[prefix] satisfies keyof Tables];
  return table.get(id);
};

/** Properties that stand in an answer only when they are asked for. */
const include = (scope: Scope, owner: Json, key: string): object | undefined => {
  if (owner.object === 'charge' && key === 'refunds') {
    const refunds = scope.tables.refunds.newestFirst().filter((refund) => refund.charge === owner.id);
    return wholeList(refunds, `/v1/charges/${String(owner.id)}/refunds`);
  }
  if (owner.object === 'customer' && key === 'cash_balance') return cashBalanceOf(scope, String(owner.id));
  if (owner.object === 'checkout.session' && key === 'line_items') {
    const items = scope.tables.sessionPlans.get(String(owner.id))?.items ?? [];
    return pageOf(items, {}, `/v1/checkout/sessions/${String(owner.id)}/line_items`);
  }
  return undefined;
};

/** Links that an object lacks until there is something to link to. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  refund: ['failure_balance_transaction'],
  'radar.early_fraud_warning': ['payment_intent'],
};

const isOptional = (owner: Json, key: string): boolean =>
  OPTIONAL[String(owner.object)]?.includes(key) ?? false;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Replaces ids by the objects they name, along paths such as `latest_charge.balance_transaction` or `data.customer`. */
export const expand = (scope: Scope, answer: object, paths: readonly string[]): object => {
  const next = new Map<string, string[]>();
  for (const path of paths) {
    const [head = '', ...rest] = path.split('.');
    if (rest.length > 3) {
      throw invalidRequest('You cannot expand more than 4 levels of a property.', { param: 'expand' });
    }
    next.set(head, [...(next.get(head) ?? []), ...(rest.length > 0 ? [rest.join('.')] : [])]);
  }
  const result: Json = { ...answer };
  for (const [key, deeper] of next) {
    const value = include(scope, result, key) ?? result[key];
    if (Array.isArray(value)) {
      result[key] = value.map((item: unknown) => (isObject(item) ? expand(scope, item, deeper) : item));
      continue;
    }
    if (value === null || (value === undefined && isOptional(result, key))) continue;
    const target = typeof value === 'string' ? load(scope, value) : isObject(value) ? value : undefined;
    if (!target) throw invalidRequest(`This property cannot be expanded (${key}).`, { param: 'expand' });
    result[key] = expand(scope, target, deeper);
  }
  return result;
};
