import type { CodeRefused, NotAllowedCode, ProviderUnavailable } from './errors.ts';

export type Language = 'de' | 'en';
type Text = Readonly<Record<Language, string>>;

type PlainCode =
  | NotAllowedCode
  | ProviderUnavailable['code']
  | CodeRefused['code']
  | 'VALIDATION_FAILED'
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'LINK_NOT_VALID'
  | 'TOO_MANY_REQUESTS'
  | 'TEMPORARILY_UNAVAILABLE';

/** One sentence per expected error, for people. */
export const ERROR_TEXT: Readonly<Record<PlainCode, Text>> = {
  VALIDATION_FAILED: {
    de: 'Bitte prüfen Sie die markierten Angaben.',
    en: 'Please check the marked fields.',
  },
  NOT_FOUND: { de: 'Das wurde nicht gefunden.', en: 'This was not found.' },
  VERSION_CONFLICT: {
    de: 'Inzwischen hat jemand etwas geändert. Bitte sehen Sie sich den neuen Stand an.',
    en: 'Somebody has changed this in the meantime. Please look at the new state.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    de: 'Dieser Idempotenzschlüssel gehört zu einem anderen Aufruf.',
    en: 'This idempotency key belongs to another request.',
  },
  LINK_NOT_VALID: {
    de: 'Dieser Link ist abgelaufen oder wurde schon benutzt.',
    en: 'This link has expired or has already been used.',
  },
  CODE_NOT_SENT: {
    de: 'Bitte fordern Sie zuerst einen Code an.',
    en: 'Please ask for a code first.',
  },
  CODE_EXPIRED: {
    de: 'Dieser Code ist abgelaufen. Bitte fordern Sie einen neuen an.',
    en: 'This code has expired. Please ask for a new one.',
  },
  CODE_LOCKED: {
    de: 'Das waren zu viele falsche Codes. Bitte fordern Sie einen neuen an.',
    en: 'There were too many wrong codes. Please ask for a new one.',
  },
  CODE_WRONG: {
    de: 'Dieser Code stimmt nicht. Bitte vergleichen Sie ihn mit der Nachricht.',
    en: 'This code is not right. Please compare it with the message.',
  },
  CODE_NOT_DELIVERABLE: {
    de: 'Wir können Ihnen keinen Code senden: Uns fehlt eine Adresse von Ihnen, die erreichbar ist. Bitte wenden Sie sich an uns.',
    en: 'We cannot send you a code: we have no address of yours that can be reached. Please contact us.',
  },
  TOO_MANY_REQUESTS: {
    de: 'Das waren sehr viele Versuche. Bitte versuchen Sie es etwas später noch einmal.',
    en: 'These were very many tries. Please try again a little later.',
  },
  TEMPORARILY_UNAVAILABLE: {
    de: 'Das ist gerade nicht möglich. Bitte versuchen Sie es gleich noch einmal.',
    en: 'This is not possible right now. Please try again in a moment.',
  },
  PROVIDER_UNAVAILABLE: {
    de: 'Der Zahlungsanbieter antwortet gerade nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
    en: 'The payment provider does not answer right now. Please try again in a few minutes.',
  },
  PROVIDER_NOT_CONNECTED: {
    de: 'Das geht gerade nicht: Das Unternehmen muss den Zahlungsanbieter in den Einstellungen (neu) verbinden.',
    en: 'This is not possible right now: the business has to connect the payment provider (again) in its settings.',
  },
  LAST_OWNER: {
    de: 'Ein Unternehmen braucht mindestens eine Inhaberin oder einen Inhaber.',
    en: 'A business needs at least one owner.',
  },
  LIVE_KEY_IN_DEMO: {
    de: 'Die Demo nimmt keine echten Zugangsschlüssel an.',
    en: 'The demo accepts no live keys.',
  },
  TEST_KEY_IN_PRODUCTION: {
    de: 'Ein Testschlüssel kann im Echtbetrieb kein Geld bewegen.',
    en: 'A test key cannot move money in production.',
  },
  ALREADY_MEMBER: { de: 'Diese Person ist schon Mitglied.', en: 'This person is already a member.' },
  ALREADY_CONNECTED: {
    de: 'Dieses Anbieterkonto ist schon verbunden.',
    en: 'This provider account is already connected.',
  },
  ALREADY_REVOKED: { de: 'Dieser Schlüssel ist schon gesperrt.', en: 'This key has already been revoked.' },
  INVITATION_FOR_ANOTHER_ADDRESS: {
    de: 'Diese Einladung gilt für eine andere E-Mail-Adresse.',
    en: 'This invitation is for another e-mail address.',
  },
  SINGLE_CONTROL_NEEDS_ONE_CLOSER: {
    de: 'Einzelkontrolle ist nur möglich, solange genau eine Person abschließen darf.',
    en: 'Single control works only while exactly one person may close.',
  },
  PAYOUTS_ARE_AUTOMATIC: {
    de: 'Der Zahlungsanbieter zahlt nach seinem Plan aus; es gibt nichts vorzuschlagen.',
    en: 'The provider pays out on its schedule; there is nothing to propose.',
  },
  NOTHING_TO_PAY_OUT: { de: 'Es ist kein Geld freigegeben.', en: 'No money has been released.' },
  IMPORT_NOT_FAILED: {
    de: 'Diese Datei ist gelesen oder wird gerade gelesen.',
    en: 'This file has been read, or is being read.',
  },
  PAYOUT_NOT_PROPOSED: {
    de: 'Diese Auszahlung wartet nicht mehr auf ihre Freigabe.',
    en: 'This payout is no longer waiting for its release.',
  },
  SECOND_PERSON_REQUIRED: {
    de: 'Sie haben diese Auszahlung vorgeschlagen; freigeben muss sie jemand anderes.',
    en: 'You have proposed this payout, so somebody else has to release it.',
  },
  NO_SECOND_PERSON: {
    de: 'Außer Ihnen darf niemand freigeben. Laden Sie eine zweite Person als Teamleitung ein.',
    en: 'Nobody but you may release it. Invite a second person as a team lead.',
  },
  LEAD_REQUIRED: {
    de: 'Das darf nur die Teamleitung oder die Inhaberin oder der Inhaber.',
    en: 'Only a team lead or an owner may do this.',
  },
  CUSTOMER_PUT_AWAY: {
    de: 'Dieser Kunde ist zusammengeführt oder gesperrt.',
    en: 'This customer is merged or restricted.',
  },
  NO_DELIVERABLE_ADDRESS: {
    de: 'Der Kunde hat keine zustellbare E-Mail-Adresse.',
    en: 'The customer has no deliverable e-mail address.',
  },
  STATEMENT_MAILED_TODAY: {
    de: 'Heute ist schon ein Kontoauszug an diesen Kunden gegangen.',
    en: 'A statement of account has gone to this customer today already.',
  },
  SAME_CUSTOMER: {
    de: 'Das ist zweimal derselbe Eintrag.',
    en: 'This is the same record twice.',
  },
  ALREADY_MERGED: {
    de: 'Einer der beiden Einträge ist schon mit einem anderen zusammengeführt.',
    en: 'One of the two records has been merged with another already.',
  },
  CUSTOMER_RESTRICTED: {
    de: 'Einer der beiden Einträge ist gesperrt.',
    en: 'One of the two records is restricted.',
  },
  SURVIVOR_NOT_CONFIRMED: {
    de: 'Bleiben kann nur ein bestätigter Eintrag, wenn der andere bestätigt ist. Tauschen Sie die beiden.',
    en: 'Where one record is confirmed, a confirmed one has to stay. Swap the two.',
  },
  METHODS_AT_PROVIDER: {
    de: 'Beim anderen Eintrag ist eine Zahlungsart hinterlegt, die nicht mitgenommen werden kann. Lassen Sie diesen anderen Eintrag bestehen: Tauschen Sie die beiden.',
    en: 'The other record has a stored payment method that cannot be taken along. Let that other record stay: swap the two.',
  },
  VAT_ID_NOT_IN_REGISTER: {
    de: 'Nach dieser Kundin oder diesem Kunden kann das Register nicht gefragt werden: Es ist keine USt-IdNr. eines EU-Mitgliedstaats eingetragen.',
    en: 'The register cannot be asked about this customer: the record has no VAT id of a member state of the EU.',
  },
  ADDRESS_INCOMPLETE: {
    de: 'Ein Kartenleser braucht einen Standort: Bitte ergänzen Sie zuerst Straße, Postleitzahl und Ort des Unternehmens.',
    en: 'A card reader needs a place: please complete street, postal code and city of the business first.',
  },
  DEMO_ONLY: { de: 'Das gibt es nur in der Demo.', en: 'This exists only in the demo.' },
};

export const errorText = (code: PlainCode, language: Language): string => ERROR_TEXT[code][language];

export const isPlainCode = (code: string): code is PlainCode => Object.hasOwn(ERROR_TEXT, code);
