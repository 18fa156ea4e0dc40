import type Stripe from 'stripe';
import { cancelPayment } from '../payments/cancel-payment.ts';
import { abandonChallenges } from '../payments/challenges.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, unschedule } from '../world.ts';

const UNFINISHED = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** Closes an open session unpaid; what its customer had begun ends with it. */
export const expireSession = (scope: Scope, session: Stripe.Checkout.Session): Stripe.Checkout.Session => {
  unschedule(scope, 'checkout_session.expire', session.id);
  const intent =
    typeof session.payment_intent === 'string'
      ? scope.tables.paymentIntents.get(session.payment_intent)
      : undefined;
  if (intent && UNFINISHED.includes(intent.status)) cancelPayment(scope, intent, 'expired');
  const setup =
    typeof session.setup_intent === 'string'
      ? scope.tables.setupIntents.get(session.setup_intent)
      : undefined;
  if (setup && UNFINISHED.includes(setup.status)) {
    abandonChallenges(scope, setup.id);
    const canceled = scope.tables.setupIntents.put({
      ...setup,
      status: 'canceled',
      cancellation_reason: 'abandoned',
      next_action: null,
    });
    emit(scope, 'setup_intent.canceled', canceled);
  }
  const expired = scope.tables.checkoutSessions.put({ ...session, status: 'expired', url: null });
  emit(scope, 'checkout.session.expired', expired);
  return expired;
};

/** Due work: a session nobody has paid in time. */
export const expireIfOpen = (scope: Scope, id: string): void => {
  const session = scope.tables.checkoutSessions.get(id);
  if (session?.status === 'open') expireSession(scope, session);
};
