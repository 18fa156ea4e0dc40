import type { Language } from './error-text.ts';

const NOT_VALID = { de: 'Diese Angabe ist nicht gültig.', en: 'This is not valid.' };

/** One sentence per reason why a field is wrong; a code without one reads as "not valid". */
export const FIELD_TEXT: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  REQUIRED: { de: 'Diese Angabe fehlt.', en: 'This is missing.' },
  MALFORMED: { de: 'Das hat nicht die erwartete Form.', en: 'This does not have the expected form.' },
  NOT_VALID,
  TOO_SHORT: { de: 'Das ist zu kurz.', en: 'This is too short.' },
  TOO_LONG: { de: 'Das ist zu lang.', en: 'This is too long.' },
  TOO_SMALL: { de: 'Der Wert ist zu klein.', en: 'The value is too small.' },
  TOO_BIG: { de: 'Der Wert ist zu groß.', en: 'The value is too large.' },
  TOO_MANY: { de: 'Das sind zu viele.', en: 'These are too many.' },
  OUT_OF_RANGE: { de: 'Der Wert ist zu groß.', en: 'The value is too large.' },
  ZERO: { de: 'Null ist hier nicht möglich.', en: 'Zero is not possible here.' },
  REPEATED: { de: 'Das kommt zweimal vor.', en: 'This is given twice.' },
  NOT_FOR_BANKS: {
    de: 'Banken nehmen nur PDF, JPEG und PNG.',
    en: 'Banks take only PDF, JPEG and PNG.',
  },
  TOO_LARGE: {
    de: 'Zusammen dürfen die Dateien höchstens 4,5 MB haben.',
    en: 'Together the files may have at most 4.5 MB.',
  },
  ALREADY_USED: {
    de: 'Mit dieser Nummer gibt es schon einen Vorgang.',
    en: 'There is a case with this number already.',
  },
  NOT_TEXT: { de: 'Hier wird Text erwartet.', en: 'Text is expected here.' },
  NOT_BOOLEAN: { de: 'Hier wird Ja oder Nein erwartet.', en: 'Yes or no is expected here.' },
  CONTROL_CHARACTER: { de: 'Der Text enthält Steuerzeichen.', en: 'The text contains control characters.' },
  LONE_SURROGATE: {
    de: 'Der Text enthält ein kaputtes Zeichen.',
    en: 'The text contains a broken character.',
  },
  BIDI_CONTROL: {
    de: 'Der Text enthält Zeichen, die seine Leserichtung verbergen.',
    en: 'The text contains characters that hide its direction.',
  },
  CARD_NUMBER: {
    de: 'Das sieht aus wie eine Kartennummer. Kartennummern werden hier nie gespeichert.',
    en: 'This looks like a card number. Card numbers are never stored here.',
  },
  TOO_MANY_DECIMALS: {
    de: 'Das sind mehr Nachkommastellen, als die Währung hat.',
    en: 'These are more decimals than the currency has.',
  },
  NOT_POSITIVE: { de: 'Der Betrag muss größer als null sein.', en: 'The amount must be greater than zero.' },
  DIFFERS_FROM_LINES: {
    de: 'Der Betrag ist nicht die Summe der Positionen.',
    en: 'The amount is not the sum of the lines.',
  },
  ONE_OF_PERCENT_AND_AMOUNT: {
    de: 'Ein Rabatt ist entweder ein Prozentsatz oder ein Betrag.',
    en: 'A discount is either a percentage or an amount.',
  },
  DISCOUNT_WITHOUT_PRICE: {
    de: 'Hier gibt es keinen Preis, von dem etwas abgezogen werden könnte.',
    en: 'There is no price here from which anything could be taken off.',
  },
  DISCOUNT_TOO_LARGE: {
    de: 'Der Rabatt ist höher als das, wovon er abgezogen wird.',
    en: 'The discount is more than what it is taken off.',
  },
  SKONTO_NEEDS_OWN_TRANSFERS: {
    de: 'Skonto gibt es nur, wo auf das eigene Bankkonto überwiesen werden kann.',
    en: 'Skonto is for transfers to the bank account of the business, which this case does not take.',
  },
  SKONTO_OUTLASTS_TERM: {
    de: 'Die Skontofrist endet erst nach der Fälligkeit.',
    en: 'The Skonto period ends after the due day.',
  },
  ACCOUNT_NUMBER_MALFORMED: {
    de: 'Eine Kontonummer hat vier bis acht Ziffern.',
    en: 'The number of an account has four to eight digits.',
  },
  ACCOUNT_NUMBER_TAKEN: {
    de: 'Diese Nummer hat schon ein anderes Konto.',
    en: 'Another account has this number.',
  },
  ACCOUNT_NUMBERS_OF_ONE_LENGTH: {
    de: 'Alle Kontonummern müssen gleich lang sein.',
    en: 'The numbers of all accounts must have the same length.',
  },
  UNKNOWN_CURRENCY: { de: 'Diese Währung gibt es nicht.', en: 'There is no such currency.' },
  UNKNOWN_COUNTRY: { de: 'Dieses Land gibt es nicht.', en: 'There is no such country.' },
  UNKNOWN_KIND: { de: 'Bitte Person oder Firma wählen.', en: 'Please choose person or company.' },
  UNKNOWN_LANGUAGE: { de: 'Bitte Deutsch oder Englisch wählen.', en: 'Please choose German or English.' },
  UNKNOWN_TIME_ZONE: { de: 'Diese Zeitzone gibt es nicht.', en: 'There is no such time zone.' },
  UNKNOWN_TAX_CASE: { de: 'Diesen Steuerfall gibt es nicht.', en: 'There is no such tax case.' },
  UNKNOWN_UNIT: { de: 'Diese Einheit gibt es nicht.', en: 'There is no such unit.' },
  READER_UNKNOWN: {
    de: 'Mit diesem Code ist kein Kartenleser zu finden. Lassen Sie ihn einen neuen anzeigen.',
    en: 'No card reader can be found by this code. Have it show a new one.',
  },
  UNKNOWN_SCOPE: { de: 'Dieses Recht gibt es für Schlüssel nicht.', en: 'Keys have no such scope.' },
  EMAIL_MALFORMED: { de: 'Das ist keine E-Mail-Adresse.', en: 'This is no e-mail address.' },
  EMAIL_UNSAFE: {
    de: 'Diese E-Mail-Adresse enthält unzulässige Zeichen.',
    en: 'This e-mail address contains characters that are not allowed.',
  },
  PHONE_INVALID: { de: 'Das ist keine Telefonnummer.', en: 'This is no phone number.' },
  POSTAL_CODE_INVALID: {
    de: 'Diese Postleitzahl passt nicht zum Land.',
    en: 'This postal code does not fit the country.',
  },
  IBAN_INVALID: { de: 'Die IBAN ist nicht gültig.', en: 'The IBAN is not valid.' },
  BIC_INVALID: { de: 'Die BIC ist nicht gültig.', en: 'The BIC is not valid.' },
  VAT_ID_INVALID: {
    de: 'Die Umsatzsteuer-Identifikationsnummer ist nicht gültig.',
    en: 'The VAT id is not valid.',
  },
  TAX_NUMBER_INVALID: { de: 'Die Steuernummer ist nicht gültig.', en: 'The tax number is not valid.' },
  WEBSITE_INVALID: { de: 'Das ist keine Internetadresse.', en: 'This is no web address.' },
  IN_PAST: { de: 'Der Zeitpunkt liegt in der Vergangenheit.', en: 'The time lies in the past.' },
  IN_THE_PAST: { de: 'Das Datum liegt in der Vergangenheit.', en: 'The date lies in the past.' },
  IN_THE_FUTURE: { de: 'Das Datum liegt in der Zukunft.', en: 'The date lies in the future.' },
  TOO_LONG_AGO: { de: 'Das Datum liegt zu weit zurück.', en: 'The date lies too far back.' },
  TOO_FAR_AHEAD: { de: 'Das Datum liegt zu weit in der Zukunft.', en: 'The date lies too far ahead.' },
  ENDS_BEFORE_START: { de: 'Das Ende liegt vor dem Anfang.', en: 'The end lies before the beginning.' },
  EITHER_FIXED_OR_FREE: {
    de: 'Entweder ein fester Betrag oder Grenzen, nicht beides.',
    en: 'Either a fixed amount or limits, not both.',
  },
  NEEDS_FIXED_AMOUNT: {
    de: 'Eine Steuer lässt sich nur bei festem Betrag angeben.',
    en: 'A tax can only be given with a fixed amount.',
  },
  TAX_CASE_NOT_OFFERED: {
    de: 'Dieser Steuerfall geht bei einem öffentlichen Link nicht.',
    en: 'This tax case is not possible on a public link.',
  },
  AMOUNT_IS_FIXED: { de: 'Der Betrag steht fest.', en: 'The amount is fixed.' },
  BELOW_MINIMUM: { de: 'Das ist weniger als der Mindestbetrag.', en: 'This is less than the minimum.' },
  ABOVE_MAXIMUM: { de: 'Das ist mehr als der Höchstbetrag.', en: 'This is more than the maximum.' },
  CURRENCY_DIFFERS: { de: 'Die Währung passt nicht.', en: 'The currency differs.' },
  KEY_REFUSED: {
    de: 'Der Zahlungsanbieter nimmt diesen Schlüssel nicht an.',
    en: 'The payment provider does not accept this key.',
  },
};

export const fieldText = (code: string, language: Language): string =>
  (FIELD_TEXT[code] ?? NOT_VALID)[language];
