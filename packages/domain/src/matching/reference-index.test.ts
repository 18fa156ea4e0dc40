import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClaim } from './open-claim.fixture.ts';
import { findReferences, indexReferences } from './reference-index.ts';

const numbersIn = (text: string, claims = [aClaim(1), aClaim(42)]): readonly string[] =>
  findReferences(indexReferences(claims), text).map((reference) => reference.text);

describe('a reference', () => {
  it.each([
    'RE-2026-0042',
    'Rechnung Nr. RE-2026-0042 vom 3.11.2026',
    're 2026 0042',
    'RE2026/0042, danke',
    'RechnungRE-2026-0042vom 3. November',
    'RE-2026-0042 12.11.2026',
    '(RE–2026–0042)',
    'KD 4711 RE-2026-0042.',
  ])('is found as people write it: %s', (text) => {
    expect(numbersIn(text)).toEqual(['RE-2026-0042']);
  });

  it.each(['RE-2026-00421', 'RE-2026-0042-1', 'RE-2026-0042/7', 'RE-2026-004', '2026-0042', 'RE-2026'])(
    'is not found in another number: %s',
    (text) => {
      expect(numbersIn(text)).toEqual([]);
    },
  );

  it('does not end where a longer number goes on', () => {
    const long = aClaim(12, { invoiceNumbers: ['RE-2026-00012'] });
    const short = aClaim(1, { invoiceNumbers: ['RE-2026-0001'] });
    expect(numbersIn('RE-2026-00012', [short, long])).toEqual(['RE-2026-00012']);
    expect(numbersIn('RE-2026-0001', [short, long])).toEqual(['RE-2026-0001']);
  });

  it('is not meant where it is part of a longer one', () => {
    const elsewhere = aClaim(7, { invoiceNumbers: ['2026-0042'] });
    expect(numbersIn('RE-2026-0042', [elsewhere, aClaim(42)])).toEqual(['RE-2026-0042']);
    expect(numbersIn('Nr. 2026-0042', [elsewhere, aClaim(42)])).toEqual(['2026-0042']);
  });

  it('may be one of several', () => {
    expect(numbersIn('RE-2026-0001 + RE-2026-0042; ZV-2026-000042')).toEqual([
      'RE-2026-0001',
      'RE-2026-0042',
      'ZV-2026-000042',
    ]);
  });

  it('is not a word, nor a number too short to mean anything', () => {
    const claim = aClaim(9, { orderReferences: ['Miete', 'Mai 26', '4711'] });
    expect(numbersIn('Miete Mai 26 4711', [claim])).toEqual([]);
  });

  it('is the order of the customer too, with umlauts spelled out or not', () => {
    const claim = aClaim(9, { orderReferences: ['GRÜN-00815'] });
    expect(numbersIn('gruen 00815', [claim])).toEqual(['GRÜN-00815']);
    expect(numbersIn('Grün/00815', [claim])).toEqual(['GRÜN-00815']);
    expect(numbersIn('Grün/00815b', [aClaim(9, { orderReferences: ['GRÜN-0081'] })])).toEqual([]);
  });

  it('is found in any text around it, and never in a longer number', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'abXY .,;:()ß'), maxLength: 20 });
    const number = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(noise, number, noise, fc.nat({ max: 9 }), (before, at, after, digit) => {
        const claims = [aClaim(at)];
        const written = claims[0]?.invoiceNumbers[0] ?? '';
        expect(numbersIn(`${before}${written} ${after}`, claims)).toEqual([written]);
        expect(numbersIn(`${before}${written}${digit}${after}`, claims)).toEqual([]);
      }),
    );
  });
});
