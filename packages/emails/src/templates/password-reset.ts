import { bilingual } from '../bilingual.ts';
import { letterToTeam } from '../letter.ts';
import type { Business, Template } from '../mail.ts';

export interface PasswordReset {
  readonly business: Business;
  readonly isTest: boolean;
  readonly personName: string;
  readonly resetUrl: string;
  readonly validMinutes: number;
}

const TEXTS = bilingual({
  de: {
    subject: 'Neues Passwort für Zahlwerk',
    preview: (minutes: number) => `Der Link gilt ${minutes} Minuten.`,
    title: 'Neues Passwort',
    intro: 'jemand hat für Ihr Konto ein neues Passwort angefordert. Wenn Sie das waren, setzen Sie es hier:',
    button: 'Neues Passwort setzen',
    valid: (minutes: number) =>
      `Der Link gilt ${minutes} Minuten und nur einmal. Danach sind Sie überall sonst abgemeldet.`,
    unknown:
      'Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist. Geben Sie den Link niemandem weiter.',
  },
  en: {
    subject: 'A new password for Zahlwerk',
    preview: (minutes) => `The link is valid for ${minutes} minutes.`,
    title: 'New password',
    intro: 'Somebody has asked for a new password for your account. If that was you, set it here:',
    button: 'Set a new password',
    valid: (minutes) =>
      `The link is valid for ${minutes} minutes and works only once. You will be signed out everywhere else.`,
    unknown:
      'If that was not you, there is nothing to do: your password stays as it is. Do not share the link with anybody.',
  },
});

export const passwordReset: Template<PasswordReset> = (props, locale) => {
  const text = TEXTS[locale];
  return letterToTeam(props, props.personName, locale, {
    subject: text.subject,
    preview: text.preview(props.validMinutes),
    status: null,
    title: text.title,
    blocks: [
      { type: 'paragraph', text: text.intro },
      { type: 'button', rank: 'primary', label: text.button, url: props.resetUrl },
      { type: 'paragraph', text: text.valid(props.validMinutes) },
      { type: 'note', tone: 'neutral', text: text.unknown },
    ],
  });
};
