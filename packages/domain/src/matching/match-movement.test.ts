import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { indexClaims } from './claim-index.ts';
import type { BankMovement } from './incoming-credit.ts';
import { type Match, matchMovement } from './match-movement.ts';
import { aClaim, aMovement } from './open-claim.fixture.ts';
import type { OpenClaim } from './open-claim.ts';

const match = (claims: readonly OpenClaim[], overrides: Partial<BankMovement>): Match =>
  matchMovement(indexClaims(claims), aMovement(overrides));

const eur = (minor: bigint) => money(minor, 'EUR');
const candidatesOf = (found: Match) =>
  found.kind === 'CERTAIN' || found.kind === 'POSSIBLE' ? found.candidates : [];

describe('money is certain', () => {
  it('when the payer names one claim and pays what is open', () => {
    expect(match([aClaim(1), aClaim(2)], { texts: ['RE-2026-0001'] })).toMatchObject({
      kind: 'CERTAIN',
      parts: [{ caseId: 'case-1', minor: 11900n }],
    });
  });

  it('whoever paid it, as the facts say', () => {
    const found = match([aClaim(1)], { texts: ['zv 2026 000001'], payer: 'Bruno Bär' });
    expect(found.kind).toBe('CERTAIN');
    expect(candidatesOf(found)).toEqual([
      {
        caseId: 'case-1',
        reference: { kind: 'CASE_NUMBER', text: 'ZV-2026-000001' },
        amount: 'EXACT',
        difference: eur(0n),
        payer: 'OTHER',
        daysLate: 3,
      },
    ]);
  });

  it('when several claims are named and their sum is paid, each with its own part', () => {
    const claims = [aClaim(1), aClaim(2, { open: eur(5000n) }), aClaim(3)];
    expect(match(claims, { texts: ['RE-2026-0001 und', 'RE-2026-0002'], amount: eur(16900n) })).toMatchObject(
      {
        kind: 'CERTAIN',
        parts: [
          { caseId: 'case-1', minor: 11900n },
          { caseId: 'case-2', minor: 5000n },
        ],
      },
    );
  });

  it('with a discount up to its last day, and not one day later', () => {
    const claim = aClaim(1, { discount: { amount: eur(11662n), until: '2026-11-23' } });
    const paid = { texts: ['RE-2026-0001'], amount: eur(11662n) };
    expect(match([claim], paid)).toMatchObject({ kind: 'CERTAIN', candidates: [{ amount: 'DISCOUNT' }] });
    expect(match([claim], { ...paid, valueOn: '2026-11-24' })).toMatchObject({
      kind: 'POSSIBLE',
      candidates: [{ amount: 'PARTIAL', difference: eur(-238n) }],
    });
  });
});

describe('a person is asked', () => {
  it('when two equal claims could be meant, and nothing tells them apart', () => {
    const found = match([aClaim(1), aClaim(2)], { texts: ['Rechnung'] });
    expect(found.kind).toBe('POSSIBLE');
    expect(candidatesOf(found).map(({ caseId }) => caseId)).toEqual(['case-1', 'case-2']);
  });

  it('when a reference is shared by two claims, even if one of them has the amount', () => {
    const claims = [
      aClaim(1, { orderReferences: ['B-2026-77'] }),
      aClaim(2, { orderReferences: ['B-2026-77'], open: eur(50000n) }),
    ];
    expect(match(claims, { texts: ['B-2026-77'] }).kind).toBe('POSSIBLE');
  });

  it.each([
    ['PARTIAL', 10000n, -1900n],
    ['OVER', 12000n, 100n],
  ] as const)('when the amount is %s', (amount, minor, difference) => {
    expect(match([aClaim(1)], { texts: ['RE-2026-0001'], amount: eur(minor) })).toMatchObject({
      kind: 'POSSIBLE',
      candidates: [{ amount, difference: eur(difference) }],
    });
  });

  it('when the currency is another one', () => {
    const found = match([aClaim(1)], { texts: ['RE-2026-0001'], amount: money(11900n, 'CHF') });
    expect(found).toMatchObject({
      kind: 'POSSIBLE',
      candidates: [{ amount: 'OTHER_CURRENCY', difference: null }],
    });
  });

  it('when the named claim is paid already', () => {
    expect(match([aClaim(1, { open: eur(0n) })], { texts: ['RE-2026-0001'] })).toMatchObject({
      kind: 'POSSIBLE',
      candidates: [{ amount: 'OVER' }],
    });
  });

  it('when several are named and the sum is not what was paid', () => {
    const claims = [aClaim(1), aClaim(2)];
    expect(match(claims, { texts: ['RE-2026-0001, RE-2026-0002'] }).kind).toBe('POSSIBLE');
  });

  it('when only the amount fits, with the rest of the facts', () => {
    const found = match([aClaim(1, { names: ['Zeta AG'] })], { payer: 'Müller GmbH' });
    expect(candidatesOf(found)).toMatchObject([
      { reference: null, amount: 'EXACT', payer: 'OTHER', daysLate: 3 },
    ]);
  });

  it('first about what has the most for it: reference, amount, payer', () => {
    const claims = [
      aClaim(1, { names: ['Zeta AG'] }),
      aClaim(2, { names: ['A. Adler'], open: eur(11900n) }),
      aClaim(3, { ibans: ['DE02120300000000202051'] }),
      aClaim(4, { open: eur(20000n) }),
    ];
    const found = match(claims, { texts: ['RE-2026-0004'], payerIban: 'DE02120300000000202051' });
    expect(candidatesOf(found).map(({ caseId, payer }) => [caseId, payer])).toEqual([
      ['case-4', 'SAME_NAME'],
      ['case-3', 'KNOWN_IBAN'],
      ['case-2', 'SIMILAR_NAME'],
      ['case-1', 'OTHER'],
    ]);
  });

  it('about a few of very many equal claims only', () => {
    const claims = Array.from({ length: 500 }, (_, at) => aClaim(at, { names: [`Kunde ${at}`] }));
    expect(candidatesOf(match(claims, {})).length).toBe(10);
  });
});

describe('money is no payment', () => {
  it.each([
    ['DEBIT', { direction: 'DEBIT' }],
    ['GOING_BACK', { isGoingBack: true }],
    ['NOT_BOOKED', { isBooked: false }],
  ] as const)('when it is %s, whatever it is called', (because, overrides) => {
    expect(match([aClaim(1)], { ...overrides, texts: ['RE-2026-0001'] })).toEqual({
      kind: 'NO_CREDIT',
      because,
    });
  });

  it('and unknown when nothing fits', () => {
    expect(match([aClaim(1)], { payer: 'Bruno Bär', amount: eur(1n) })).toEqual({ kind: 'UNKNOWN' });
    expect(match([], {})).toEqual({ kind: 'UNKNOWN' });
  });
});

describe('any money', () => {
  const amount = fc.constantFrom(5000n, 10000n, 11900n, 16900n, 23800n).map(eur);
  const claims = fc
    .uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 12 })
    .chain((numbers) => fc.tuple(...numbers.map((at) => amount.map((open) => aClaim(at, { open })))));
  const texts = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 130 }).map((at) => `RE-2026-${String(at).padStart(4, '0')}`),
      fc.constantFrom('danke', 'ZV-2026-000001', 'RE 2026 00012'),
    ),
    { maxLength: 3 },
  );

  it('is certain only where the named claims are paid to the cent', () => {
    fc.assert(
      fc.property(claims, texts, amount, (open, written, paid) => {
        const found = match(open, { texts: written, amount: paid });
        if (found.kind !== 'CERTAIN') return;
        const all = written.join(' ').replace(/[^A-Z0-9]/g, '');
        for (const { caseId, minor } of found.parts) {
          const claim = open.find((one) => one.caseId === caseId);
          expect(claim?.open.minor).toBe(minor);
          const names = [claim?.caseNumber, ...(claim?.invoiceNumbers ?? [])];
          expect(names.some((name) => name && all.includes(name.replaceAll('-', '')))).toBe(true);
        }
        expect(found.parts.reduce((sum, part) => sum + part.minor, 0n)).toBe(paid.minor);
      }),
    );
  });

  it('is the same in whatever order the claims are', () => {
    fc.assert(
      fc.property(claims, texts, amount, (open, written, paid) => {
        const movement = { texts: written, amount: paid };
        expect(match(open.toReversed(), movement)).toEqual(match(open, movement));
      }),
    );
  });
});
