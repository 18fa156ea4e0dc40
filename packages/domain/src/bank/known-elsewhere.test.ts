import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notKnownElsewhere, type ToldMovement } from './known-elsewhere.ts';

const told = (minor: bigint, more: Partial<ToldMovement> = {}): ToldMovement => ({
  ...{ bookedOn: '2026-11-27', direction: 'CREDIT', currency: 'EUR', minor, bankReference: null },
  ...{ endToEndId: null, name: 'Nora Winter', remittance: 'Rechnung RE-2026-0042' },
  ...more,
});

describe('movements that a file of another format has told', () => {
  it('are not new, in whatever words they are told again', () => {
    const csv = told(11_900n, { remittance: 'RECHNUNG  RE-2026-0042 DATUM 27.11', name: 'WINTER, NORA' });
    expect(notKnownElsewhere([csv], [told(11_900n, { bankReference: 'B-1' })])).toEqual([]);
    expect(
      notKnownElsewhere([told(11_900n, { name: 'Ganz anders', remittance: 'x' })], [told(11_900n)]),
    ).toEqual([]);
  });

  it('are new on another day, the other way, with another amount or in another currency', () => {
    const others: readonly Partial<ToldMovement>[] = [
      { bookedOn: '2026-11-26' },
      { direction: 'DEBIT' },
      { minor: 11_901n },
      { currency: 'USD' },
    ];
    for (const other of others) {
      const movement = told(11_900n, other);
      expect(notKnownElsewhere([movement], [told(11_900n)])).toEqual([movement]);
    }
  });

  it('of two equal amounts, the one that is told unlike is the new one', () => {
    const first = told(11_900n, { remittance: 'Rechnung 1', endToEndId: 'E2E-1' });
    const second = told(11_900n, { remittance: 'Rechnung 2', endToEndId: 'E2E-2' });
    const before = told(11_900n, { remittance: 'anders', endToEndId: 'E2E-1' });
    expect(notKnownElsewhere([second, first], [before])).toEqual([second]);
  });

  it('are known as the sum of a batch too, whichever of the two came first', () => {
    const parts = [told(40_00n, { bankReference: 'S-1' }), told(60_00n, { bankReference: 'S-1' })];
    const sum = told(100_00n, { remittance: 'Sammelüberweisung' });
    expect(notKnownElsewhere([sum], parts)).toEqual([]);
    expect(notKnownElsewhere(parts, [sum])).toEqual([]);
  });

  it('never more than the other format has told of a day and an amount, and what is left keeps its order', () => {
    const movement = fc.record({
      minor: fc.bigInt({ min: 1n, max: 3n }),
      day: fc.constantFrom('2026-11-26', '2026-11-27'),
      text: fc.constantFrom('a', 'b', 'ab'),
    });
    const made = fc.array(
      movement.map(({ minor, day, text }) => told(minor, { bookedOn: day, remittance: text })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(made, made, (file, before) => {
        const fresh = notKnownElsewhere(file, before);
        expect(fresh).toEqual(file.filter((one) => fresh.includes(one)));
        const at = (list: readonly ToldMovement[], { bookedOn, minor }: ToldMovement) =>
          list.filter((one) => one.bookedOn === bookedOn && one.minor === minor).length;
        for (const one of file) expect(at(fresh, one)).toBe(Math.max(0, at(file, one) - at(before, one)));
      }),
    );
  });
});
