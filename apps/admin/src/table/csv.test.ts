import { describe, expect, it, test } from 'vitest';
import { type Cell, toCsv } from './csv.ts';

const line = (...cells: Cell[]): string => toCsv([cells], 'en').slice(1);

test('a table becomes lines, and says that it is UTF-8', () => {
  expect(
    toCsv(
      [
        ['Kunde', 'Betrag'],
        ['Jakob Weiß', { amount: '1175.13' }],
      ],
      'de',
    ),
  ).toBe('\uFEFFKunde;Betrag\r\nJakob Weiß;1175,13\r\n');
});

test('what would break the table is quoted', () => {
  expect(line('a,b', 'say "x"', 'two\nlines', 'plain')).toBe('"a,b","say ""x""","two\nlines",plain\r\n');
});

describe('a spreadsheet runs nothing of it', () => {
  it.each(['=1+1', '+49 40 1', '-cmd', '@SUM(A1)', '\t=1', '\r=1', ' =1', '=HYPERLINK("https://x")'])(
    '%j is a text',
    (value) => {
      expect(line(value)).toMatch(/^"?'/);
    },
  );

  it('leaves amounts what they are', () => {
    expect(line({ amount: '-119.00' }, { amount: '119.00' }, '2026-11-23')).toBe(
      '-119.00,119.00,2026-11-23\r\n',
    );
  });
});
