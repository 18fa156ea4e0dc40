import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readmeTables } from '../scripts/readme-tables.ts';
import { withTables } from '../scripts/update-readme.ts';
import { ENDPOINTS } from '../src/stripe/endpoints.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  it('names every endpoint, parameter, test card, IBAN and lever there is', () => {
    expect(withTables(README)).toBe(README);
    for (const table of Object.values(readmeTables())) expect(README).toContain(table);
  });

  it('has a table that sees the endpoints', () => {
    expect(ENDPOINTS.length).toBeGreaterThan(50);
    expect(readmeTables().endpoints).toContain('`POST /v1/payment_intents/:id/confirm`');
  });
});
