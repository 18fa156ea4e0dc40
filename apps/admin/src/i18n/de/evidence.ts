import type { DeclineWord } from '../../format/decline.ts';
import type { EvidenceWord } from '../../format/evidence.ts';

export const evidence = {
  MANUAL_BANK_TRANSFER: 'Gemeldete Überweisung',
  MANUAL_CARD_TERMINAL: 'Gemeldeter Kartenbeleg',
  READER_STARTED: 'Am Kartenleser begonnen',
  CHIP_READ: 'Chip der Karte gelesen',
  CHIP_AND_PIN: 'Chip gelesen, PIN geprüft',
  CONTACTLESS: 'Chip kontaktlos gelesen',
  CHIP_NOT_READ: 'Nicht über den Chip gelesen (Magnetstreifen)',
  PIN_WRONG: 'PIN oder Unterschrift nicht bestätigt',
  CARD_CHOSEN: 'Karte eingegeben',
  DEBIT_CHOSEN: 'Lastschrift gewählt',
  CARD_AUTHENTICATED: 'Karte geprüft, Inhaber bestätigt (3-D Secure)',
  CARD_CHECKED: 'Karte geprüft',
  CARD_CHECKS_FAILED: 'Prüfung der Karte nicht bestanden',
  HOLDER_DIFFERS: 'Karte oder Konto lautet auf einen anderen Namen als der Kunde',
  MANDATE_ACCEPTED: 'SEPA-Mandat erteilt',
  NETWORK_APPROVED: 'Von der Bank freigegeben',
  NETWORK_DECLINED: 'Von der Bank abgelehnt',
  CHARGE: 'Gutschrift {{detail}}',
  TRANSFER_SEEN: 'Überweisung gutgeschrieben',
  PAYER_NAMED: 'Name des Zahlers bekannt',
  PAYER_UNKNOWN: 'Die Bank nennt nicht, wer überwiesen hat',
  BANK_CREDIT: 'Bankgutschrift {{detail}}',
} as const satisfies Record<EvidenceWord, string>;

export const decline = {
  INSUFFICIENT_FUNDS: 'Die Karte oder das Konto ist nicht ausreichend gedeckt.',
  EXPIRED_CARD: 'Die Karte ist abgelaufen.',
  WRONG_DATA: 'Die Angaben zur Karte stimmen nicht.',
  RESERVATION_ENDED: 'Die Reservierung auf der Karte ist abgelaufen, bevor sie eingezogen wurde.',
  TO_CONFIRM: 'Die Bank möchte, dass der Kunde selbst bestätigt; er hat dazu eine E-Mail bekommen.',
  NOT_AUTHENTICATED: 'Die Zahlung wurde nicht bestätigt (3-D Secure).',
  TRY_LATER: 'Die Bank war gerade nicht zu erreichen.',
  LIMIT: 'Das Limit der Karte ist erreicht.',
  CALLED_OFF: 'Die Zahlung wurde am Kartenleser abgebrochen.',
  NO_CARD: 'Es wurde keine Karte vorgehalten.',
  READER_FAULT: 'Der Kartenleser meldet eine Störung.',
  MANDATE: 'Die Bank hat die Lastschrift nicht eingelöst.',
  DECLINED: 'Die Bank hat die Zahlung abgelehnt.',
} as const satisfies Record<DeclineWord, string>;
