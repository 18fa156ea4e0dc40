import type { Role } from '@zahlwerk/domain/workflow/actor';
import { bilingual } from '../bilingual.ts';
import { formatMoment, type Moment } from '../format-day.ts';
import { letterToTeam } from '../letter.ts';
import type { Business, Template } from '../mail.ts';
import { facts, WORDS } from '../words.ts';

export interface Invitation {
  readonly business: Business;
  readonly isTest: boolean;
  readonly inviteeName: string | null;
  readonly inviterName: string;
  readonly role: Role;
  readonly inviteUrl: string;
  readonly validUntil: Moment;
}

const TEXTS = bilingual({
  de: {
    subject: (inviter: string, business: string) => `${inviter} lädt Sie zu ${business} ein`,
    preview: 'Ihr Zugang zum Zahlungsbüro.',
    title: (business: string) => `Einladung zu ${business}`,
    intro: (inviter: string, business: string) =>
      `${inviter} lädt Sie ein, im Zahlungsbüro von ${business} mitzuarbeiten.`,
    role: 'Ihre Rolle',
    roles: {
      OWNER: 'Inhaber/in',
      TEAM_LEAD: 'Teamleitung',
      CLERK: 'Sachbearbeitung',
      ADVISER: 'Beratung (nur lesen)',
    } satisfies Record<Role, string> as Readonly<Record<Role, string>>,
    from: 'Eingeladen von',
    button: 'Einladung annehmen',
    unknown: 'Wenn Sie damit nichts anfangen können, ignorieren Sie diese E-Mail bitte.',
  },
  en: {
    subject: (inviter, business) => `${inviter} invites you to ${business}`,
    preview: 'Your access to the payment desk.',
    title: (business) => `Invitation to ${business}`,
    intro: (inviter, business) => `${inviter} invites you to work at the payment desk of ${business}.`,
    role: 'Your role',
    roles: { OWNER: 'Owner', TEAM_LEAD: 'Team lead', CLERK: 'Clerk', ADVISER: 'Adviser (read only)' },
    from: 'Invited by',
    button: 'Accept the invitation',
    unknown: 'If this means nothing to you, please ignore this e-mail.',
  },
});

export const invitation: Template<Invitation> = (props, locale) => {
  const text = TEXTS[locale];
  return letterToTeam(props, props.inviteeName, locale, {
    subject: text.subject(props.inviterName, props.business.name),
    preview: text.preview,
    status: null,
    title: text.title(props.business.name),
    blocks: [
      { type: 'paragraph', text: text.intro(props.inviterName, props.business.name) },
      { type: 'button', rank: 'primary', label: text.button, url: props.inviteUrl },
      {
        type: 'facts',
        rows: facts(
          [text.role, text.roles[props.role]],
          [text.from, props.inviterName],
          [WORDS[locale].validUntil, formatMoment(props.validUntil, locale)],
        ),
      },
      { type: 'paragraph', text: text.unknown },
    ],
  });
};
