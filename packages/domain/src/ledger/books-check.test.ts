import { describe, expect, it } from 'vitest';
import { notYetRaised, ofDetail, toDetail, toFinding } from './books-check.ts';

const RULE = 'numbers have no gap';

describe('a finding', () => {
  it('calls a row by its number, its id, or whatever tells it apart', () => {
    const rows = [
      { organization_id: 'o', id: 'i1', number: 'RE-2026-0001' },
      { organization_id: 'o', id: 'i2', number: null },
      { organization_id: 'o', case_id: 'c1' },
      { organization_id: 'o', key: 'invoice:2026', used: 3n },
      { organization_id: 'o', position: 7n },
      { organization_id: 'o' },
    ];
    expect(toFinding(RULE, rows).rows).toEqual(['RE-2026-0001', 'i2', 'c1', 'invoice:2026', '7', '?']);
  });

  it('names each row once, and only the first of many', () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({ id: `row ${index % 20}` }));
    expect(toFinding(RULE, rows).rows).toEqual(Array.from({ length: 10 }, (_, index) => `row ${index}`));
  });

  it('is taken out of the words of its task as it was put in', () => {
    const finding = { rule: RULE, rows: ['a', 'b'] };
    expect(ofDetail(toDetail(finding))).toEqual(finding);
    expect(ofDetail(toDetail({ rule: RULE, rows: [] }))).toEqual({ rule: RULE, rows: [] });
  });
});

describe('the tasks about findings', () => {
  it('are raised once per rule while one is open', () => {
    const [gap, chain] = [toFinding(RULE, [{ id: 'a' }]), toFinding('a chain', [{ id: 'b' }])];
    expect(notYetRaised([gap, chain], [])).toEqual([gap, chain]);
    expect(notYetRaised([gap, chain], [toDetail(toFinding(RULE, [{ id: 'other' }]))])).toEqual([chain]);
  });
});
