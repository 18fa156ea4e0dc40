import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { type GiroCodeRefusal, giroCode, giroCodeOf, type Transfer } from './giro-code.ts';
import { anInvoice, aSeller } from './invoice.fixture.ts';
import { buildStorno } from './storno.ts';

const aTransfer = (overrides: Partial<Transfer> = {}): Transfer => ({
  holder: 'Atelier Nordlicht GmbH',
  iban: 'DE89 3704 0044 0532 0130 00',
  bic: null,
  amount: money(14201n, 'EUR'),
  reference: 'ZV-2026-000042',
  ...overrides,
});

describe('giroCode', () => {
  it('writes EPC069-12, version 002', () => {
    expect(giroCode(aTransfer())).toEqual({
      ok: true,
      payload:
        'BCD\n002\n1\nSCT\n\nAtelier Nordlicht GmbH\nDE89370400440532013000\nEUR142.01\n\n\nZV-2026-000042',
    });
  });

  it('carries the BIC where it is known', () => {
    expect(giroCode(aTransfer({ bic: 'COBADEFFXXX' }))).toMatchObject({
      payload: expect.stringContaining('SCT\nCOBADEFFXXX\n'),
    });
  });

  it.each<[GiroCodeRefusal, Partial<Transfer>]>([
    ['NOT_EUR', { amount: money(100n, 'CHF') }],
    ['NOTHING_OPEN', { amount: money(0n, 'EUR') }],
    ['NOTHING_OPEN', { amount: money(-1n, 'EUR') }],
    ['AMOUNT_TOO_LARGE', { amount: money(100_000_000_000n, 'EUR') }],
    ['HOLDER_UNFIT', { holder: ' ' }],
    ['HOLDER_UNFIT', { holder: 'x'.repeat(71) }],
    ['HOLDER_UNFIT', { holder: 'Nordlicht\nGmbH' }],
    ['IBAN_INVALID', { iban: 'DE00370400440532013000' }],
    ['BIC_INVALID', { bic: 'NOPE' }],
    ['REFERENCE_UNFIT', { reference: '' }],
    ['REFERENCE_UNFIT', { reference: 'a\r\nb' }],
    ['TOO_LONG', { reference: '€'.repeat(100) }],
  ])('is refused: %s', (code, overrides) => {
    expect(giroCode(aTransfer(overrides))).toEqual({ ok: false, code });
  });
});

describe('giroCodeOf', () => {
  it('asks for what is open when the document is issued', () => {
    expect(giroCodeOf(anInvoice({ paid: money(5110n, 'EUR') }))).toMatchObject({
      payload: expect.stringContaining('\nEUR100.00\n'),
    });
  });

  it('has no code when everything is paid, on a Storno, and where transfers go elsewhere', () => {
    expect(giroCodeOf(anInvoice({ paid: money(15110n, 'EUR') }))).toEqual({
      ok: false,
      code: 'NOTHING_OPEN',
    });
    const storno = buildStorno(anInvoice(), { number: 'RE-2026-0043', issuedOn: '2026-11-24', reason: null });
    expect(storno.ok && giroCodeOf(storno.snapshot)).toEqual({ ok: false, code: 'NOTHING_OPEN' });
    const elsewhere = anInvoice({ seller: aSeller({ bankAccount: null }) });
    expect(giroCodeOf(elsewhere)).toEqual({ ok: false, code: 'NO_BANK_ACCOUNT' });
  });
});
