import { describe, expect, it } from 'vitest';
import { refusalDetail } from './refusal-detail.ts';

describe('refusalDetail', () => {
  it('writes amounts the way the reader does', () => {
    expect(refusalDetail('1119.00 EUR', 'de')).toBe('1.119,00\u00a0€');
    expect(refusalDetail('-0.50 EUR', 'en')).toBe('-€0.50');
  });

  it('names checks, fields and what was done by hand', () => {
    expect(refusalDetail('iban, required-fields', 'de')).toBe('IBAN, Pflichtangaben');
    expect(refusalDetail('seller.taxNumber, customer.street', 'de')).toBe(
      'Steuernummer des Unternehmens, Straße des Kunden',
    );
    expect(refusalDetail('CONFIRM_AMOUNT, REGISTER_RECEIPT', 'en')).toBe(
      'confirmed the amount, registered the receipt',
    );
  });

  it('words what the provider found', () => {
    expect(refusalDetail('card:checks=fail,3ds=not_required', 'de')).toBe('Angaben zur Karte');
    expect(refusalDetail('holder:differs', 'en')).toBe('another name');
    expect(refusalDetail('card_present:read=contact_emv,cvm=failure', 'de')).toBe('PIN oder Unterschrift');
    expect(refusalDetail('card_present:read=magnetic_stripe_fallback,cvm=none', 'de')).toBe(
      'kein Chip gelesen',
    );
  });

  it('leaves alone what people wrote, but for the full stop that the sentence has itself', () => {
    expect(refusalDetail('Betrag unleserlich.', 'de')).toBe('Betrag unleserlich');
    expect(refusalDetail('Bitte warten …', 'de')).toBe('Bitte warten …');
    expect(refusalDetail('lines.2.name', 'de')).toBe('lines.2.name');
    expect(refusalDetail('toString', 'de')).toBe('toString');
  });
});
