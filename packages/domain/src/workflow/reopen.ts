import type { Change, EventDraft } from './decision.ts';
import type { PaymentCase } from './payment-case.ts';
import { finish, openRun, rerunFrom } from './progress.ts';

/**
 * What it does to the work track that a claim is open again, or in doubt: a case at its end, or closed, goes back to
 * step 6 with new runs; anywhere else the step that is open leads there by itself (rule 14). Reopening is an event,
 * not a state.
 */
export const backToAmount = (
  state: PaymentCase,
): { readonly changes: readonly Change[]; readonly events: readonly EventDraft[] } => {
  const run = openRun(state);
  if (state.state === 'CANCELED' || (run && run.step !== 'CLOSE_PAYMENT_TASK'))
    return { changes: [], events: [] };
  const [reruns, events] = rerunFrom(state, 'CONFIRM_AMOUNT', 'RETURN');
  if (!run)
    return { changes: [{ type: 'reopen' }, ...reruns], events: [{ type: 'case.reopened' }, ...events] };
  const [skip, skipped] = finish(run, 'SKIPPED', 'CLAIM_REOPENED');
  return { changes: [skip, ...reruns], events: [skipped, ...events] };
};
