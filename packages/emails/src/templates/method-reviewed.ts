import { bilingual } from '../bilingual.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';
import { describeMethod, facts, type MethodFact, WORDS } from '../words.ts';

export interface MethodReviewed extends ToCustomer {
  readonly reference: string;
  readonly orderReference: string | null;
  /** The method that the customer had stored. */
  readonly method: MethodFact;
  readonly accepted: boolean;
}

const TEXTS = bilingual({
  de: {
    subject: (business: string) => `${business}: Ihre neue Zahlungsart`,
    title: { yes: 'Ihre neue Zahlungsart ist hinterlegt', no: 'Ihre neue Zahlungsart wird nicht verwendet' },
    preview: { yes: 'Die bisherige wird nicht mehr belastet.', no: 'Die bisherige bleibt hinterlegt.' },
    intro: {
      yes: 'wir haben die Zahlungsart, die Sie hinterlegt haben, geprüft und angenommen. Die bisherige wird nicht mehr belastet.',
      no: 'wir haben die Zahlungsart, die Sie hinterlegt haben, geprüft und können sie nicht annehmen. Es wird nichts von ihr abgebucht; was bisher hinterlegt war, bleibt es.',
    },
    notYou: 'Waren Sie das nicht? Dann melden Sie sich bitte gleich bei uns.',
  },
  en: {
    subject: (business) => `${business}: your new payment method`,
    title: { yes: 'Your new payment method is on file', no: 'Your new payment method is not used' },
    preview: { yes: 'The previous one is no longer charged.', no: 'The previous one stays on file.' },
    intro: {
      yes: 'We have reviewed the payment method that you stored, and accepted it. The previous one is no longer charged.',
      no: 'We have reviewed the payment method that you stored, and cannot accept it. Nothing is debited from it; what was on file before stays on file.',
    },
    notYou: 'Was this not you? Then please contact us at once.',
  },
});

/** Tells the customer what has become of a stored method that did not match the original (rule 24). */
export const methodReviewed: Template<MethodReviewed> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const answer = props.accepted ? 'yes' : 'no';
  return letterToCustomer(props, locale, {
    subject: text.subject(props.business.name),
    preview: text.preview[answer],
    status: null,
    title: text.title[answer],
    blocks: [
      { type: 'paragraph', text: text.intro[answer] },
      {
        type: 'facts',
        rows: facts(
          [words.method, describeMethod(props.method, locale)],
          [words.reference, props.reference],
          [words.order, props.orderReference],
        ),
      },
      { type: 'note', tone: 'neutral', text: `${text.notYou} ${words.neverAsk}` },
    ],
  });
};
