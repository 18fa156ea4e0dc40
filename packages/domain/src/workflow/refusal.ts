import { refusalDetail } from './refusal-detail.ts';
import type { Step } from './step.ts';

export interface FieldProblem {
  readonly field: string;
  readonly code: string;
}

/** Why a command may not run. Nothing has been written when a caller sees one. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly step?: Step;
  /** Who or what can unblock it: names of members, or what is awaited. */
  readonly unblockedBy?: string;
  readonly detail?: string;
  readonly fields?: readonly FieldProblem[];
}

/** One sentence per reason, in both languages. `{detail}` and `{unblockedBy}` are filled in. */
export const REFUSAL_TEXT = {
  CASE_NOT_OPEN: { de: 'Der Vorgang ist nicht mehr offen.', en: 'The case is no longer open.' },
  CASE_NOT_CANCELABLE_MONEY_RECEIVED: {
    de: 'Es ist bereits Geld eingegangen; der Vorgang kann nicht mehr abgebrochen werden.',
    en: 'Money has already arrived, so the case can no longer be canceled.',
  },
  STEP_NOT_OPEN: {
    de: 'Dieser Schritt ist gerade nicht an der Reihe.',
    en: 'This step is not the open one.',
  },
  CHANNEL_DIFFERS: {
    de: 'Dieser Vorgang läuft über einen anderen Kanal.',
    en: 'This case runs over another channel.',
  },
  ROLE_NOT_ALLOWED: { de: 'Ihre Rolle darf das nicht.', en: 'Your role may not do this.' },
  NO_READER: {
    de: 'Es ist kein Kartenleser eingerichtet. In den Einstellungen einrichten kann ihn: {unblockedBy}.',
    en: 'No card reader has been registered. It can be registered in the settings by: {unblockedBy}.',
  },
  READER_OFFLINE: {
    de: 'Der Kartenleser ist nicht erreichbar. Bitte prüfen Sie, ob er eingeschaltet und mit dem Internet verbunden ist.',
    en: 'The card reader cannot be reached. Please check that it is switched on and connected to the internet.',
  },
  READER_BUSY: {
    de: 'Am Kartenleser läuft gerade eine andere Zahlung. Bitte warten Sie, bis sie vorbei ist.',
    en: 'Another payment is running at the card reader. Please wait until it is over.',
  },
  NOTHING_AT_READER: {
    de: 'Am Kartenleser wird für diesen Vorgang gerade nichts kassiert.',
    en: 'Nothing is being collected at a card reader for this case.',
  },
  VALIDATION_FAILED: {
    de: 'Bitte prüfen Sie die markierten Angaben.',
    en: 'Please check the marked fields.',
  },
  DISCREPANCY_OPEN: {
    de: 'Eine Abweichung ist noch nicht geklärt: {detail}.',
    en: 'A discrepancy has not been resolved yet: {detail}.',
  },
  CHECK_NOT_PASSED: {
    de: 'Eine Pflichtprüfung ist nicht bestanden: {detail}.',
    en: 'A required check has not passed: {detail}.',
  },
  CHECK_NEEDS_FILE: {
    de: 'Zu diesem Prüfpunkt gehört eine Datei: {detail}.',
    en: 'This checklist item needs a file: {detail}.',
  },
  CHECK_NEEDS_SIGNATURE: {
    de: 'Zu diesem Prüfpunkt gehört eine unterschriebene Datei, mit Name und Tag der Unterschrift: {detail}.',
    en: 'This checklist item needs a signed file, with the name and the day of the signature: {detail}.',
  },
  CHECK_UNKNOWN: { de: 'Diesen Prüfpunkt gibt es nicht.', en: 'There is no such checklist item.' },
  DISCREPANCY_UNKNOWN: { de: 'Diese Abweichung gibt es nicht.', en: 'There is no such discrepancy.' },
  REASON_REQUIRED: { de: 'Bitte nennen Sie einen Grund.', en: 'Please give a reason.' },
  RECORD_NOT_SAVED: {
    de: 'Die Kundendaten sind noch nicht gespeichert.',
    en: 'The customer record has not been saved yet.',
  },
  RECORD_CHANGED: {
    de: 'Die Kundendaten haben sich seit dem Lesen geändert; bitte noch einmal gegenlesen.',
    en: 'The customer record has changed since it was read back; please read it again.',
  },
  CONFIRMATION_REQUIRED: {
    de: 'Die Kundendaten müssen von einer Person bestätigt werden.',
    en: 'A person has to confirm the customer record.',
  },
  METHOD_EXPIRED: {
    de: 'Die hinterlegte Zahlungsart läuft ab.',
    en: 'The stored payment method is about to expire.',
  },
  METHOD_HAS_EXPIRED: {
    de: 'Die hinterlegte Zahlungsart ist abgelaufen; der Kunde muss eine andere hinterlegen.',
    en: 'The stored payment method has expired; the customer has to store another one.',
  },
  METHOD_IN_REVIEW: {
    de: 'Die hinterlegte Zahlungsart muss erst geprüft werden. Prüfen kann sie: {unblockedBy}.',
    en: 'The stored payment method has to be reviewed first. It can be reviewed by: {unblockedBy}.',
  },
  METHOD_REFUSED: {
    de: 'Die Bank hat diese Zahlungsart endgültig abgelehnt; der Kunde muss eine andere hinterlegen.',
    en: 'The bank has refused this payment method for good; the customer has to store another one.',
  },
  NO_STORED_METHOD: {
    de: 'Der Kunde hat keine Zahlungsart hinterlegt.',
    en: 'The customer has not stored a payment method.',
  },
  CHARGE_PLANNED: {
    de: 'Eine Belastung der hinterlegten Zahlungsart ist schon veranlasst.',
    en: 'A charge of the stored payment method is already under way.',
  },
  NO_CHARGE_PLANNED: {
    de: 'Es ist keine Belastung geplant, die sich noch stoppen ließe.',
    en: 'No charge is planned that could still be stopped.',
  },
  METHOD_NOT_IN_REVIEW: {
    de: 'Diese Zahlungsart wartet nicht auf eine Prüfung.',
    en: 'This payment method is not waiting for a review.',
  },
  PROVIDER_NOT_CONNECTED: {
    de: 'Es ist kein Zahlungsanbieter verbunden. In den Einstellungen verbinden kann ihn: {unblockedBy}.',
    en: 'No payment provider is connected. It can be connected in the settings by: {unblockedBy}.',
  },
  VAT_ID_NOT_CONFIRMED: {
    de: 'Das Register hat die USt-IdNr. nicht für diesen Kunden bestätigt: {detail}. Ohne Umsatzsteuer entscheidet: {unblockedBy}.',
    en: 'The register has not confirmed the VAT id for this customer: {detail}. Going without VAT is decided by: {unblockedBy}.',
  },
  INVOICE_INCOMPLETE: {
    de: 'Für die Rechnung fehlen Angaben: {detail}.',
    en: 'The invoice is missing information: {detail}.',
  },
  LINES_DIFFER_FROM_AMOUNT: {
    de: 'Die Positionen ergeben einen anderen Betrag als den geforderten.',
    en: 'The lines add up to another amount than the amount due.',
  },
  NO_MONEY_YET: {
    de: 'Es ist noch kein Geld eingegangen.',
    en: 'No money has arrived yet.',
  },
  PAYMENT_UNKNOWN: {
    de: 'Diese Zahlung gehört nicht zum Vorgang.',
    en: 'This payment does not belong to the case.',
  },
  SEVERAL_CANDIDATES: {
    de: 'Mehrere Zahlungen kommen infrage; bitte eine auswählen.',
    en: 'Several payments are candidates; please choose one.',
  },
  AMOUNT_DIFFERS: {
    de: 'Der Eingang weicht vom offenen Betrag ab: {detail}.',
    en: 'What was received differs from the open amount: {detail}.',
  },
  AUTHORIZED_AMOUNT_DIFFERS: {
    de: 'Der reservierte Betrag weicht vom offenen ab: {detail}.',
    en: 'The reserved amount differs from the open one: {detail}.',
  },
  CAPTURE_RUNNING: {
    de: 'Der reservierte Betrag wird gerade eingezogen.',
    en: 'The reserved amount is being captured right now.',
  },
  CAPTURE_FAILED: {
    de: 'Der reservierte Betrag konnte nicht eingezogen werden: {detail}.',
    en: 'The reserved amount could not be captured: {detail}.',
  },
  NOTHING_AUTHORIZED: {
    de: 'Es ist nichts reserviert, was freigegeben werden könnte.',
    en: 'Nothing is reserved that could be released.',
  },
  MANUAL_EVIDENCE: {
    de: 'Der Eingang ist nur von Hand belegt; eine Person muss ihn bestätigen.',
    en: 'The receipt is only vouched for by hand; a person has to confirm it.',
  },
  RESOLUTION_NOT_OFFERED: {
    de: 'Diese Lösung passt nicht zum Betrag.',
    en: 'This resolution does not fit the amounts.',
  },
  CREDIT_GIVEN_AWAY: {
    de: 'Von diesem Geldeingang ist nicht mehr so viel übrig; jemand hat ihn inzwischen zugeordnet.',
    en: 'There is not that much left of this credit; somebody has assigned it in the meantime.',
  },
  NOT_BOOKED_TO_ACCOUNT: {
    de: 'Dieser Eingang ist nicht auf ein Konto gebucht, oder nicht mehr.',
    en: 'This credit is not posted to an account, or no longer.',
  },
  CURRENCY_DIFFERS: { de: 'Die Währung passt nicht zum Vorgang.', en: 'The currency differs from the case.' },
  PAYER_DIFFERS: {
    de: 'Der Zahler ist nicht der Kunde: {detail}.',
    en: 'The payer is not the customer: {detail}.',
  },
  HOLDER_DIFFERS: {
    de: 'Karte oder Konto lauten auf einen anderen Namen: {detail}.',
    en: 'Card or account is in another name: {detail}.',
  },
  VERIFICATION_FAILED: {
    de: 'Die Prüfung der Kontodaten ist nicht bestanden: {detail}.',
    en: 'The check of the account data has not passed: {detail}.',
  },
  SECOND_PERSON_REQUIRED: {
    de: 'Eine zweite Person muss zustimmen.',
    en: 'A second person has to agree.',
  },
  APPROVAL_PENDING: { de: 'Eine Zustimmung steht noch aus.', en: 'An approval is still pending.' },
  APPROVAL_UNKNOWN: { de: 'Diese Zustimmung steht nicht aus.', en: 'There is no such pending approval.' },
  NOTHING_DECIDED: {
    de: 'Der Betrag ist noch nicht bestätigt.',
    en: 'The amount has not been confirmed yet.',
  },
  STATUS_NOT_FINAL: {
    de: 'Der Zahlungsanbieter hat noch kein endgültiges Ergebnis gemeldet.',
    en: 'The payment provider has not reported a final result yet.',
  },
  ADDRESS_NOT_DELIVERABLE: {
    de: 'Der Kunde hat keine zustellbare E-Mail-Adresse.',
    en: 'The customer has no deliverable e-mail address.',
  },
  REJECTED: {
    de: 'Der Vorgang wurde zurückgewiesen: {detail}.',
    en: 'The case was sent back: {detail}.',
  },
  POLICY_MANUAL: {
    de: 'Dieser Schritt wird laut Ablauf von Hand erledigt.',
    en: 'The workflow has this step done by hand.',
  },
  AMOUNT_OPEN: { de: 'Es sind noch {detail} offen.', en: '{detail} is still open.' },
  ATTEMPT_LIVE: { de: 'Ein Zahlungsversuch läuft noch.', en: 'A payment attempt is still running.' },
  ATTEMPT_IN_FLIGHT: {
    de: 'Eine Zahlung wird gerade verarbeitet. Bitte zahlen Sie nicht noch einmal.',
    en: 'A payment is being processed right now. Please do not pay again.',
  },
  TRANSFER_INCOMPLETE: {
    de: 'Ein Teil wurde schon überwiesen. Bitte überweisen Sie den Rest auf dasselbe Konto.',
    en: 'Part of it has been transferred already. Please transfer the rest to the same account.',
  },
  ATTEMPT_OVER: {
    de: 'Dieser Zahlungsversuch ist vorbei. Bitte beginnen Sie noch einmal.',
    en: 'This payment attempt is over. Please begin again.',
  },
  NOT_OVERDUE: {
    de: 'Der Betrag ist noch nicht überfällig.',
    en: 'The amount is not overdue yet.',
  },
  ALREADY_REMINDED: {
    de: 'An diesen Betrag wurde schon erinnert.',
    en: 'The customer has been reminded of this already.',
  },
  NOTHING_OPEN: { de: 'Es ist nichts mehr offen.', en: 'Nothing is open any more.' },
  METHOD_NOT_ALLOWED: {
    de: 'Diese Zahlungsart wird nicht angeboten.',
    en: 'This payment method is not offered.',
  },
  DISPUTE_OPEN: {
    de: 'Eine Rückbelastung ist noch nicht entschieden.',
    en: 'A dispute has not been decided yet.',
  },
  DISPUTE_UNKNOWN: {
    de: 'Es gibt keine offene Rückbelastung.',
    en: 'There is no open dispute.',
  },
  DISPUTE_DECIDED: {
    de: 'Über diese Rückbelastung ist schon entschieden.',
    en: 'This dispute has already been decided.',
  },
  DISPUTE_ANSWERED: {
    de: 'Die Antwort ist schon abgegeben; die Bank nimmt nur eine an.',
    en: 'The answer has already been given; the bank takes only one.',
  },
  DISPUTE_DEADLINE_PASSED: {
    de: 'Die Frist für die Antwort ist abgelaufen ({detail}).',
    en: 'The deadline for the answer has passed ({detail}).',
  },
  DISPUTE_IS_INQUIRY: {
    de: 'Die Bank fragt bisher nur nach: Beantworten Sie die Anfrage, oder erstatten Sie die Zahlung.',
    en: 'The bank only asks so far: answer the inquiry, or refund the payment.',
  },
  EVIDENCE_MISSING: {
    de: 'Bitte schreiben Sie etwas dazu, oder wählen Sie mindestens eine Datei.',
    en: 'Please write something, or choose at least one file.',
  },
  EVIDENCE_KIND_TWICE: {
    de: 'Von jeder Art nimmt die Bank nur eine Datei.',
    en: 'The bank takes only one file of each kind.',
  },
  ATTACHMENT_UNKNOWN: {
    de: 'Diese Datei liegt nicht beim Vorgang.',
    en: 'This file does not belong to the case.',
  },
  NOTHING_ALLOCATED: {
    de: 'Für diesen Vorgang ist kein Geld verbucht, das zurückgenommen werden könnte.',
    en: 'No money has been recorded for this case that could be taken back.',
  },
  NOT_FROM_POOL: {
    de: 'Nur ein Eingang vom Kontoauszug kann dorthin zurück, wo noch niemandem Geld zugeordnet ist.',
    en: 'Only a credit from the bank statement can go back to the money that belongs to nobody yet.',
  },
  PAYMENT_REFUNDED: {
    de: 'Von dieser Zahlung ist schon etwas an den Kunden zurückgegangen.',
    en: 'Some of this payment has gone back to the customer already.',
  },
  ALLOCATION_UNKNOWN: {
    de: 'Diese Zuordnung gehört nicht zum Vorgang.',
    en: 'This allocation does not belong to the case.',
  },
  ALLOCATION_REVERSED: {
    de: 'Die Zuordnung dieser Zahlung ist zurückgenommen.',
    en: 'The allocation of this payment has been taken back.',
  },
  REFUND_RUNNING: { de: 'Eine Erstattung läuft noch.', en: 'A refund is still running.' },
  HANDLED_THE_MONEY: {
    de: 'Sie haben in diesem Vorgang das Geld bearbeitet ({detail}); abschließen darf: {unblockedBy}.',
    en: 'You handled the money in this case ({detail}); it may be closed by: {unblockedBy}.',
  },
  ONLY_LEAD_HANDLED_THE_MONEY: {
    de: 'Die einzige Person, die abschließen dürfte, hat in diesem Vorgang das Geld bearbeitet. {unblockedBy} kann eine zweite Teamleitung einladen oder die Einzelkontrolle einschalten.',
    en: 'The only person who could close has handled the money in this case. {unblockedBy} can invite a second team lead or switch on single control.',
  },
  ALL_LEADS_HANDLED_THE_MONEY: {
    de: 'Alle, die abschließen dürften, haben in diesem Vorgang das Geld bearbeitet. {unblockedBy} kann eine weitere Teamleitung einladen.',
    en: 'Everybody who could close has handled the money in this case. {unblockedBy} can invite another team lead.',
  },
  NOT_A_REJECTION_TARGET: {
    de: 'Zu diesem Schritt kann nicht zurückgewiesen werden.',
    en: 'A case cannot be sent back to this step.',
  },
  AMOUNT_NOT_POSITIVE: {
    de: 'Der Betrag muss größer als null sein.',
    en: 'The amount must be greater than zero.',
  },
  NOTHING_TO_REFUND: {
    de: 'Es ist kein Geld da, das zurückgehen könnte.',
    en: 'There is no money that could go back.',
  },
  REFUND_EXCEEDS_PAYMENT: {
    de: 'Von dieser Zahlung können höchstens noch {detail} zurückgehen.',
    en: 'At most {detail} of this payment can still go back.',
  },
  REFUND_EXCEEDS_CREDIT: {
    de: 'Im Guthaben liegen aus dieser Zahlung nur {detail}.',
    en: 'Only {detail} of this payment lies in the credit.',
  },
  REFUND_EXCEEDS_CLAIM: {
    de: 'Von dieser Zahlung sind nur {detail} dieser Forderung zugeordnet.',
    en: 'Only {detail} of this payment pays this claim.',
  },
  REFUND_UNKNOWN: {
    de: 'Diese Erstattung wartet nicht auf eine Überweisung.',
    en: 'This refund does not wait for a transfer.',
  },
  TASK_UNKNOWN: { de: 'Diese Aufgabe ist nicht mehr offen.', en: 'This task is no longer open.' },
  TASK_ALREADY_CLAIMED: {
    de: 'Die Aufgabe hat schon jemand übernommen.',
    en: 'Somebody else has already claimed the task.',
  },
  TASK_ENDS_WITH_CASE: {
    de: 'Diese Aufgabe endet mit dem Vorgang: Schritt 10 schließt sie ab.',
    en: 'This task ends with its case: step 10 closes it.',
  },
  TASK_ENDS_BY_ITSELF: {
    de: 'Diese Aufgabe endet von selbst, sobald ihr Anlass im Vorgang geklärt ist.',
    en: 'This task ends by itself as soon as what it is about has been settled in the case.',
  },
  NOTE_REQUIRED: {
    de: 'Bitte schreiben Sie dazu, was daraus geworden ist.',
    en: 'Please write down what came of it.',
  },
  MEMBER_UNKNOWN: { de: 'Dieses Mitglied gibt es nicht.', en: 'There is no such member.' },
  MEMBER_ONLY_READS: {
    de: '{detail} darf nur lesen und kann keine Aufgabe übernehmen.',
    en: '{detail} may only read and cannot take a task.',
  },
  LINK_NOT_VALID: {
    de: 'Dieser Link ist abgelaufen oder wurde schon benutzt.',
    en: 'This link has expired or has already been used.',
  },
} as const satisfies Record<string, { readonly de: string; readonly en: string }>;

export type RefusalCode = keyof typeof REFUSAL_TEXT;

/** The sentence a person reads, in their language. */
export const refusalText = (refusal: Refusal, language: 'de' | 'en'): string =>
  REFUSAL_TEXT[refusal.code][language]
    .replace('{detail}', () => (refusal.detail ? refusalDetail(refusal.detail, language) : '–'))
    .replace('{unblockedBy}', () => refusal.unblockedBy || '–');

export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSAL_TEXT, code);
