import { describe, expect, it } from 'vitest';
import { type EarlierMovement, movementBehind, type ReturnedMovement } from './returned-money.ts';

const EARLIER: EarlierMovement = {
  ...{ id: 'credit', direction: 'CREDIT', currency: 'EUR', minor: 11_900n, bookedOn: '2026-11-20' },
  ...{ endToEndId: 'E2E-7', counterpartyIban: 'DE75512108001245126199', remittance: 'Rechnung RE-2026-0042' },
};
const back = (more: Partial<ReturnedMovement> = {}): ReturnedMovement => ({
  ...{ direction: 'DEBIT', currency: 'EUR', minor: 11_900n, bookedOn: '2026-11-27' },
  ...{ endToEndId: null, counterpartyIban: null, remittance: 'Rückgabe' },
  ...more,
});

describe('money that came back', () => {
  it('belongs to what it names by reference, text or account', () => {
    const names: readonly Partial<ReturnedMovement>[] = [
      { endToEndId: 'E2E-7' },
      { remittance: 'RETOURE SEPA MD06 Rechnung RE-2026-0042' },
      { counterpartyIban: 'DE75512108001245126199' },
    ];
    for (const more of names) expect(movementBehind(back(more), [EARLIER])?.id).toBe('credit');
    expect(movementBehind(back(), [EARLIER])).toBeNull();
  });

  it('belongs to nothing of another amount, another currency, the same way, or a later day', () => {
    const named = { endToEndId: 'E2E-7' };
    for (const other of [{ minor: 1n }, { currency: 'USD' }, { bookedOn: '2026-11-19' }])
      expect(movementBehind(back({ ...named, ...other }), [EARLIER])).toBeNull();
    expect(movementBehind(back({ ...named, direction: 'CREDIT' }), [EARLIER])).toBeNull();
  });

  it('is a question where two are alike, and none where one is named better', () => {
    const twin = { ...EARLIER, id: 'twin' };
    expect(movementBehind(back({ endToEndId: 'E2E-7' }), [EARLIER, twin])).toBeNull();
    const other = { ...twin, endToEndId: 'E2E-8' };
    const named = { endToEndId: 'E2E-8', counterpartyIban: EARLIER.counterpartyIban };
    expect(movementBehind(back(named), [EARLIER, other])?.id).toBe('twin');
  });
});
