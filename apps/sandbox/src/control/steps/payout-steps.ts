import { arrivePayout, failPayout, reconcilePayout } from '../../stripe/money/payouts.ts';
import type { Scope } from '../../stripe/world.ts';
import type { Step } from './step.ts';

/** The bank has the money, reconciled or not until now. */
export const arriveNow = (scope: Scope, id: string): boolean => {
  if (scope.tables.payouts.get(id)?.reconciliation_status === 'in_progress') reconcilePayout(scope, id);
  if (scope.tables.payouts.get(id)?.status !== 'in_transit') return false;
  arrivePayout(scope, id);
  return true;
};

const arrive: Step = { path: 'payouts/:id/arrive', shelves: ['payouts'], take: arriveNow };

const fail: Step = {
  path: 'payouts/:id/fail',
  shelves: ['payouts'],
  take: (scope, id) => {
    if (scope.tables.payouts.get(id)?.status === 'failed') return false;
    failPayout(scope, id);
    return true;
  },
};

export const PAYOUT_STEPS = { 'payout-arrive': arrive, 'payout-fail': fail };
