// Compiled by `typecheck`, never run: a line that stops failing makes the compiler report the unused directive.
import { add, compare, type Money, min, money, subtract, sum } from './money.ts';

const euros = money(100n, 'EUR');
const dollars = money(100n, 'USD');

// @ts-expect-error euros and dollars do not add up
add(euros, dollars);
// @ts-expect-error nor can they be subtracted
subtract(euros, dollars);
// @ts-expect-error nor compared
compare(euros, dollars);
// @ts-expect-error nor chosen from
min(euros, dollars);
// @ts-expect-error nor summed
sum('EUR', [euros, dollars]);
// @ts-expect-error an amount is a bigint, never a float
money(1.5, 'EUR');
// @ts-expect-error unknown code
money(1n, 'EURO');

export const total: Money<'EUR'> = add(euros, money(1n, 'EUR'));
