import { expect, test } from 'vitest';
import { cashFlowBars } from './cash-flow.ts';

const eur = (minor: string) => ({ minor, currency: 'EUR' });
const day = (name: string, received: string, expected: string) => ({
  day: name,
  received: eur(received),
  expected: eur(expected),
});

test('days behind show what arrived, days ahead what is expected', () => {
  const bars = cashFlowBars(
    [day('2026-11-22', '5000', '900'), day('2026-11-23', '0', '2500'), day('2026-11-24', '0', '10000')],
    '2026-11-23',
  );
  expect(bars.map(({ kind, height }) => [kind, height])).toEqual([
    ['received', 0.5],
    ['expected', 0.25],
    ['expected', 1],
  ]);
});

test('today counts as received as soon as money has come', () => {
  expect(cashFlowBars([day('2026-11-23', '100', '2500')], '2026-11-23')[0]).toMatchObject({
    kind: 'received',
    amount: eur('100'),
  });
});

test('a month without money has flat bars', () => {
  expect(cashFlowBars([day('2026-11-22', '0', '0')], '2026-11-23')[0]?.height).toBe(0);
});
