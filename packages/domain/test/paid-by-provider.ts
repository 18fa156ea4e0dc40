import { SYSTEM } from '../src/workflow/actor.ts';
import { as, CUSTOMER, LEAD } from './a-payment-case.ts';
import { aReport } from './reports.ts';
import { run, runOn, runToRest, started, type World } from './simulate.ts';

/** A case whose 119.00 EUR came over the provider, ready to be signed off. */
export const paidByProvider = (
  methodType: 'CARD' | 'SEPA_DEBIT' = 'CARD',
  deviation: Parameters<typeof started>[0] = {},
): World => {
  const opened = run(runToRest(started(deviation)), CUSTOMER, 'startPayment', { methodType });
  const [attempt] = opened.state.attempts;
  if (!attempt) throw new Error('No attempt');
  return runOn(opened, SYSTEM, 'applyAttempt', aReport(attempt, 'SUCCEEDED'));
};

/** The same after a lead has signed it off. */
export const closedByLead = (methodType: 'CARD' | 'SEPA_DEBIT' = 'CARD'): World =>
  run(paidByProvider(methodType), as(LEAD), 'closePaymentTask', {});
