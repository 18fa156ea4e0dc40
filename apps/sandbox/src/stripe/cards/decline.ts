/** Why a card is refused, as Stripe names it. */
export interface Decline {
  readonly code: string;
  readonly declineCode: string;
  readonly message: string;
  readonly param?: string;
  readonly adviceCode?: 'confirm_card_data' | 'do_not_try_again' | 'try_again_later';
  /** What the account's owner reads at the charge. */
  readonly sellerMessage: string;
  /** Radar refused it before the bank was asked. */
  readonly blocked?: true;
}

const byBank = (reason: string) => `The bank returned the decline code \`${reason}\`.`;

export const DECLINES = {
  generic: {
    code: 'card_declined',
    declineCode: 'generic_decline',
    message: 'Your card was declined.',
    adviceCode: 'try_again_later',
    sellerMessage: 'The bank did not return any further details with this decline.',
  },
  insufficientFunds: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
    adviceCode: 'try_again_later',
    sellerMessage: byBank('insufficient_funds'),
  },
  lostCard: {
    code: 'card_declined',
    declineCode: 'lost_card',
    message: 'Your card was declined.',
    adviceCode: 'do_not_try_again',
    sellerMessage: byBank('lost_card'),
  },
  stolenCard: {
    code: 'card_declined',
    declineCode: 'stolen_card',
    message: 'Your card was declined.',
    adviceCode: 'do_not_try_again',
    sellerMessage: byBank('stolen_card'),
  },
  expiredCard: {
    code: 'expired_card',
    declineCode: 'expired_card',
    message: 'Your card has expired.',
    param: 'exp_month',
    adviceCode: 'confirm_card_data',
    sellerMessage: byBank('expired_card'),
  },
  incorrectCvc: {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    param: 'cvc',
    adviceCode: 'confirm_card_data',
    sellerMessage: byBank('incorrect_cvc'),
  },
  processingError: {
    code: 'processing_error',
    declineCode: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    adviceCode: 'try_again_later',
    sellerMessage: byBank('processing_error'),
  },
  fraudulent: {
    code: 'card_declined',
    declineCode: 'fraudulent',
    message: 'Your card was declined.',
    sellerMessage: 'Stripe blocked this payment as too risky.',
    blocked: true,
  },
  velocityExceeded: {
    code: 'card_declined',
    declineCode: 'card_velocity_exceeded',
    message:
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    sellerMessage: byBank('card_velocity_exceeded'),
  },
  authenticationRequired: {
    code: 'authentication_required',
    declineCode: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
    sellerMessage: byBank('authentication_required'),
  },
  authenticationNotHandled: {
    code: 'authentication_required',
    declineCode: 'authentication_not_handled',
    message:
      'This payment required an authentication action to complete, but `error_on_requires_action` was set.',
    sellerMessage: byBank('authentication_not_handled'),
  },
  testModeLiveCard: {
    code: 'card_declined',
    declineCode: 'test_mode_live_card',
    message: 'Your card was declined. Your request was in test mode, but used a non test (live) card.',
    sellerMessage: 'Real cards do not work in the sandbox.',
    blocked: true,
  },
} as const satisfies Record<string, Decline>;
