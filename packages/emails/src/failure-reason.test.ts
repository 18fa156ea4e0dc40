import { describe, expect, it } from 'vitest';
import { failureReason } from './failure-reason.ts';

describe('the reason of a failed payment', () => {
  it.each([
    ['insufficient_funds', 'Das Konto hatte keine ausreichende Deckung.', true],
    ['expired_card', 'Die Karte ist abgelaufen.', false],
    ['incorrect_cvc', 'Die eingegebenen Zahlungsdaten stimmten nicht.', true],
    ['authentication_required', 'Ihre Bank möchte, dass Sie diese Zahlung selbst bestätigen.', true],
    ['authentication_failure', 'Die Zahlung wurde bei Ihrer Bank nicht bestätigt.', true],
    ['processing_error', 'Die Zahlung ist an einer vorübergehenden Störung gescheitert.', true],
    [
      'authorization_expired',
      'Der Betrag war auf Ihrer Karte reserviert; die Reservierung ist abgelaufen, bevor wir ihn eingezogen haben.',
      true,
    ],
    ['debit_not_authorized', 'Die Lastschrift wurde von Ihrer Bank nicht zugelassen.', false],
  ])('%s is told in words', (code, reason, isWorthARetry) => {
    expect(failureReason(code, 'de')).toMatchObject({ reason, isWorthARetry });
  });

  it.each(['fraudulent', 'stolen_card', 'lost_card', 'pickup_card', 'merchant_blacklist'])(
    '%s is not told to whoever holds the card: it reads as a plain refusal',
    (code) => expect(failureReason(code, 'en').reason).toBe('Your bank declined the payment.'),
  );

  it.each([null, '', 'something_new', 'toString', '__proto__'])('%s reads as a plain refusal', (code) => {
    expect(failureReason(code, 'de')).toMatchObject({
      reason: 'Ihre Bank hat die Zahlung abgelehnt.',
      isWorthARetry: false,
    });
  });
});
