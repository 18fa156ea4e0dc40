import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../test/read-file.ts';
import { previewCsv } from './preview-csv.ts';

const GERMAN = [
  '"Konto";"DE89370400440532013000"',
  '',
  'Datum;Wert;Auftraggeber;Konto des Auftraggebers;Zweck;Umsatz;Saldo',
  '23.11.2026;24.11.2026;Nora Winter;DE02120300000000202051;RE-2026-0042;1.119,00;2.000,00',
  '24.11.2026;24.11.2026;Stadtwerke;;Strom;-12,50;1.987,50',
].join('\r\n');

const ENGLISH = [
  'Date,Payer name,Description,Amount',
  '2026-11-23,"Winter, Nora",RE-2026-0042,"1,119.00"',
  '2026-11-24,Otto,Danke,5.00',
].join('\n');

describe('a list whose bank is not known', () => {
  it('is understood by what stands in its columns, below lines about the account', () => {
    expect(previewCsv(bytesOf(GERMAN))).toMatchObject({
      ...{ delimiter: ';', day: 'DD.MM.YYYY', decimal: ',', bookedOn: 'Datum', valueOn: 'Wert' },
      ...{
        amount: 'Umsatz',
        counterparty: 'Auftraggeber',
        iban: 'Konto des Auftraggebers',
        remittance: 'Zweck',
      },
    });
  });

  it('may be written the English way', () => {
    expect(previewCsv(bytesOf(ENGLISH))).toMatchObject({
      ...{ delimiter: ',', day: 'YYYY-MM-DD', decimal: '.', bookedOn: 'Date', amount: 'Amount' },
      ...{ counterparty: 'Payer name', remittance: 'Description', valueOn: null, iban: null },
    });
  });

  it('shows the first lines of each column', () => {
    const [first] = previewCsv(bytesOf(ENGLISH))?.columns ?? [];
    expect(first).toEqual({ name: 'Date', samples: ['2026-11-23', '2026-11-24'] });
  });

  it('is none where no line names columns', () => {
    for (const text of ['', 'nur Text', 'a;b;c', '1;2;3\n4;5;6', '"offen;b;c\n1;2;3'])
      expect(previewCsv(bytesOf(text))).toBeNull();
  });
});
