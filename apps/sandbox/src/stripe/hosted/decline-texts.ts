import type { Language } from './texts.ts';

/** Why it did not work, in the customer's words. Lost, stolen and risky cards read like a plain refusal, as Stripe advises. */
const REASONS: Record<Language, Record<string, string>> = {
  de: {
    card_declined: 'Ihre Bank hat die Karte abgelehnt.',
    insufficient_funds: 'Ihr Konto ist nicht ausreichend gedeckt.',
    expired_card: 'Ihre Karte ist abgelaufen.',
    incorrect_cvc: 'Die Prüfnummer (CVC) stimmt nicht.',
    processing_error:
      'Bei der Verarbeitung Ihrer Karte ist ein Fehler aufgetreten. Bitte versuchen Sie es gleich noch einmal.',
    card_velocity_exceeded: 'Ihre Karte wurde zu oft hintereinander verwendet oder ihr Limit ist erreicht.',
    authentication_required: 'Ihre Bank verlangt eine Bestätigung der Zahlung.',
    payment_intent_authentication_failure: 'Die Bestätigung bei Ihrer Bank ist fehlgeschlagen.',
    setup_intent_authentication_failure: 'Die Bestätigung bei Ihrer Bank ist fehlgeschlagen.',
    payment_intent_payment_attempt_failed: 'Ihre Bank hat die Lastschrift nicht eingelöst.',
  },
  en: {
    card_declined: 'Your bank declined the card.',
    insufficient_funds: 'Your account has insufficient funds.',
    expired_card: 'Your card has expired.',
    incorrect_cvc: 'The security code (CVC) is not correct.',
    processing_error: 'An error occurred while processing your card. Please try again in a moment.',
    card_velocity_exceeded: 'Your card was used too often in a row or its limit is reached.',
    authentication_required: 'Your bank requires you to confirm the payment.',
    payment_intent_authentication_failure: 'The confirmation with your bank failed.',
    setup_intent_authentication_failure: 'The confirmation with your bank failed.',
    payment_intent_payment_attempt_failed: 'Your bank did not honor the direct debit.',
  },
};

interface Failure {
  readonly code?: string;
  readonly decline_code?: string;
  readonly message?: string;
}

export const reasonInWords = (
  { code = '', decline_code: declineCode = '', message }: Failure,
  language: Language,
): string =>
  REASONS[language][declineCode] ??
  REASONS[language][code] ??
  message ??
  REASONS[language].card_declined ??
  '';
