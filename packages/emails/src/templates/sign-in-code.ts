import { bilingual } from '../bilingual.ts';
import { letterToCustomer } from '../letter.ts';
import type { Template, ToCustomer } from '../mail.ts';

export interface SignInCode extends ToCustomer {
  readonly code: string;
  readonly validMinutes: number;
  readonly purpose: 'SIGN_IN' | 'METHOD_CHANGE';
}

const minutesIn = bilingual({
  de: (count: number) => (count === 1 ? 'eine Minute' : `${count} Minuten`),
  en: (count) => (count === 1 ? 'one minute' : `${count} minutes`),
});

const TEXTS = bilingual({
  de: {
    // The code itself stays out of subject and preview: both are shown on locked screens.
    subject: (business: string) => `Ihr Einmalcode für ${business}`,
    preview: (minutes: number) => `Gültig für ${minutesIn.de(minutes)}.`,
    title: 'Ihr Einmalcode',
    intro: {
      SIGN_IN: 'mit diesem Code melden Sie sich an:',
      METHOD_CHANGE: 'mit diesem Code bestätigen Sie die Änderung Ihrer Zahlungsart:',
    },
    valid: (minutes: number) => `Der Code gilt ${minutesIn.de(minutes)} und nur einmal.`,
    secret:
      'Geben Sie den Code niemandem weiter, auch uns nicht. Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren.',
  },
  en: {
    subject: (business) => `Your one-time code for ${business}`,
    preview: (minutes) => `Valid for ${minutesIn.en(minutes)}.`,
    title: 'Your one-time code',
    intro: {
      SIGN_IN: 'Use this code to sign in:',
      METHOD_CHANGE: 'Use this code to confirm the change of your payment method:',
    },
    valid: (minutes) => `The code is valid for ${minutesIn.en(minutes)} and works only once.`,
    secret:
      'Do not share this code with anybody, not even with us. If you did not ask for it, you can ignore this e-mail.',
  },
});

export const signInCode: Template<SignInCode> = (props, locale) => {
  const text = TEXTS[locale];
  return letterToCustomer(props, locale, {
    subject: text.subject(props.business.name),
    preview: text.preview(props.validMinutes),
    status: null,
    title: text.title,
    blocks: [
      { type: 'paragraph', text: text.intro[props.purpose] },
      { type: 'code', value: props.code },
      { type: 'paragraph', text: text.valid(props.validMinutes) },
      { type: 'note', tone: 'neutral', text: text.secret },
    ],
  });
};
