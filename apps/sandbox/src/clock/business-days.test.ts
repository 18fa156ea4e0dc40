import { describe, expect, it } from 'vitest';
import { businessDaysAfter } from './business-days.ts';

const seconds = (iso: string) => Date.parse(iso) / 1000;
const iso = (unix: number) => new Date(unix * 1000).toISOString();

describe('business days', () => {
  it.each([
    ['2027-01-11T00:00:00Z', 1, '2027-01-12T00:00:00.000Z'],
    ['2027-01-11T23:59:59Z', 3, '2027-01-14T00:00:00.000Z'],
    ['2027-01-14T12:00:00Z', 3, '2027-01-19T00:00:00.000Z'],
    ['2027-01-16T12:00:00Z', 1, '2027-01-18T00:00:00.000Z'],
    ['2027-01-15T12:00:00Z', 0, '2027-01-15T00:00:00.000Z'],
  ])('after %s: %i lead to %s', (from, days, to) => {
    expect(iso(businessDaysAfter(seconds(from), days))).toBe(to);
  });
});
