import { arrivePayout, failPayout, reconcilePayout } from '../../stripe/money/payouts.ts';
import type { Scope } from '../../stripe/world.ts';
import type { Step } from './step.ts';

const ON_ITS_WAY = ['pending', 'in_transit'];

/** The bank has the money, reconciled or not until now. */
export const arriveNow = (scope: Scope, id: string): boolean => {
  if (scope.tables.payouts.get(id)?.reconciliation_status === 'in_progress') reconcilePayout(scope, id);
  if (!ON_ITS_WAY.includes(scope.tables.payouts.get(id)?.status ?? '')) return false;
  arrivePayout(scope, id);
  return true;
};

const arrive: Step = { path: 'payouts/:id/arrive', shelves: ['payouts'], take: arriveNow };

const fail: Step = {
  path: 'payouts/:id/fail',
  shelves: ['payouts'],
  take: (scope, id) => {
    if (['failed', 'canceled'].includes(scope.tables.payouts.get(id)?.status ?? '')) return false;
    failPayout(scope, id);
    return true;
  },
};

export const PAYOUT_STEPS = { 'payout-arrive': arrive, 'payout-fail': fail };
