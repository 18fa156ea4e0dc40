import { money, toDecimal } from '@zahlwerk/domain/money/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../test/read-file.ts';
import type { BankStatement } from '../bank-statement.ts';
import { readStatementFile } from '../read-statement-file.ts';
import type { CsvMapping } from './csv-mapping.ts';
import { readCsvAmount, readCsvDay } from './read-cell.ts';
import { detectMapping, readCsv } from './read-csv.ts';
import { splitCsv } from './split-csv.ts';

const SPARKASSE = [
  '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"',
  '"DE89370400440532013000";"23.11.26";"24.11.26";"GUTSCHR. UEBERWEISUNG";"RE-2026-0042; ""eilig""";"";"";"NOTPROVIDED";"";"";"";"Jörg Müßig";"DE02120300000000202051";"BYLADEM1001";"1.119,00";"EUR";"Umsatz gebucht"',
  '"DE89370400440532013000";"23.11.26";"23.11.26";"LASTSCHRIFT";"Strom";"";"M-1";"E-1";"";"";"";"Stadtwerke";"";"";"-12,5";"EUR";"Umsatz vorgemerkt"',
].join('\r\n');

const VOLKSBANK = [
  'Bezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;Bankname Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung;Bemerkung;Gekennzeichneter Umsatz;Glaeubiger ID;Mandatsreferenz',
  'Konto;DE89370400440532013000;X;Bank;23.11.2026;23.11.2026;Anna Adler;DE02120300000000202051;B;Gutschrift;ZV-2026-000007;250,00;EUR;1.000,00;;;;',
].join('\n');

const DKB = [
  '"Girokonto";"DE89370400440532013000"',
  '""',
  '"Kontostand vom 24.11.2026:";"2.345,67 €"',
  '""',
  '"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"',
  '"23.11.26";"23.11.26";"Gebucht";"Familie Birke";"Musterbetrieb";"RE-2026-0002";"Eingang";"DE02120300000000202051";"250,50";"";"";""',
  '"24.11.26";"";"Gebucht";"Musterbetrieb";"Deutsche Bahn";"Ticket";"Ausgang";"";"-29,9 €";"";"";""',
].join('\n');

const read = async (bytes: Uint8Array): Promise<BankStatement> => {
  const found = await readStatementFile(bytes);
  const [statement] = found.ok ? found.statements : [];
  if (!statement) throw new Error(found.ok ? 'nothing' : `${found.refusal.code} ${found.refusal.line}`);
  return statement;
};

describe('the list of a bank', () => {
  it.each([
    ['Windows-1252', Buffer.from(SPARKASSE, 'latin1')],
    ['UTF-8', bytesOf(SPARKASSE)],
    ['UTF-8 with its mark', bytesOf(`\ufeff${SPARKASSE}`)],
  ])('of a Sparkasse is read from %s', async (_, bytes) => {
    const { kind, account, entries } = await read(bytes);
    expect({ kind, iban: account.iban }).toEqual({ kind: 'LIST', iban: 'DE89370400440532013000' });
    expect(entries[0]).toMatchObject({
      amount: money(111900n, 'EUR'),
      direction: 'CREDIT',
      status: 'BOOKED',
      bookedOn: '2026-11-23',
      valueOn: '2026-11-24',
    });
    expect(entries[0]?.transactions[0]).toMatchObject({
      counterparty: { name: 'Jörg Müßig', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
      remittance: 'RE-2026-0042; "eilig"',
      endToEndId: null,
    });
    expect(entries[1]).toMatchObject({ amount: money(1250n, 'EUR'), direction: 'DEBIT', status: 'PENDING' });
  });

  it('of a Volksbank and of DKB is known by its head, which may stand below other lines', async () => {
    const [volksbank, dkb] = [await read(bytesOf(VOLKSBANK)), await read(bytesOf(DKB))];
    expect(volksbank.entries[0]?.transactions[0]?.remittance).toBe('ZV-2026-000007');
    expect(dkb.account.iban).toBeNull();
    expect(dkb.entries.map(({ transactions: [part] }) => part?.counterparty.name)).toEqual([
      'Familie Birke',
      'Deutsche Bahn',
    ]);
    expect(dkb.entries[1]).toMatchObject({ valueOn: '2026-11-24', amount: money(2990n, 'EUR') });
  });

  it('is refused with the line that is wrong', async () => {
    await expect(read(bytesOf(VOLKSBANK.replace('250,00', '250.00')))).rejects.toThrow('AMOUNT_MALFORMED 2');
    await expect(read(bytesOf(DKB.replace('"24.11.26";""', '"31.11.26";""')))).rejects.toThrow(
      'DATE_MALFORMED 7',
    );
    await expect(read(bytesOf(VOLKSBANK.replace(';EUR;', ';EUX;')))).rejects.toThrow('CURRENCY_UNKNOWN 2');
    await expect(read(bytesOf(VOLKSBANK.slice(0, -40)))).rejects.toThrow('CSV_MALFORMED 2');
    await expect(read(bytesOf(`${SPARKASSE}\n"DE`))).rejects.toThrow('CSV_MALFORMED 4');
    await expect(read(bytesOf('Datum;Text\n23.11.2026;x'))).rejects.toThrow('FORMAT_UNKNOWN');
  });

  it('of one account only', async () => {
    const two = SPARKASSE.replace(
      '"DE89370400440532013000";"23.11.26";"23',
      '"DE02120300000000202051";"23.11.26";"23',
    );
    await expect(read(bytesOf(two))).rejects.toThrow('CODE_UNKNOWN 3');
  });
});

describe("a mapping of one's own", () => {
  const OWN: CsvMapping = {
    name: 'own',
    delimiter: ',',
    decimal: '.',
    days: ['YYYY-MM-DD'],
    currency: 'CHF',
    columns: {
      bookedOn: 'Date',
      amount: 'Amount',
      sign: { column: 'D/C', credit: ['C'], debit: ['D'] },
      name: { credit: ['Party'], debit: ['Party'] },
      remittance: ['Text', 'More'],
    },
  };
  const list = 'Date,D/C,Amount,Party,Text,More\n2026-11-23,D,"1,250.10",Miller,Rent,May\n';

  it('takes the direction from a column beside the amount', () => {
    const [entry] = readCsv(bytesOf(list), OWN).entries;
    expect(entry).toMatchObject({ direction: 'DEBIT', amount: money(125010n, 'CHF') });
    expect(entry?.transactions[0]?.remittance).toBe('Rent May');
  });

  it('refuses a mark that it does not know, and a list without its columns', () => {
    expect(() => readCsv(bytesOf(list.replace(',D,', ',X,')), OWN)).toThrow('CODE_UNKNOWN');
    expect(() => readCsv(bytesOf(list.replace('More', 'Less')), OWN)).toThrow('COLUMN_MISSING');
    expect(detectMapping(bytesOf(list), [OWN])).toBe(OWN);
    expect(detectMapping(bytesOf(DKB), [OWN])).toBeNull();
  });
});

describe('cells', () => {
  it('are amounts by the way the bank writes them, or none', () => {
    const read = (text: string) => {
      const amount = readCsvAmount(text, ',', 'EUR');
      return amount && toDecimal(amount);
    };
    expect(['1.234,56', '1234,5', '-0,01', '12,00-', '+7', '1.000', '7 €'].map(read)).toEqual([
      '1234.56',
      '1234.50',
      '-0.01',
      '-12.00',
      '7.00',
      '1000.00',
      '7.00',
    ]);
    expect(['', '1.23', '1,234', '1.2345,00', 'x', '--1', '1,2,3', '1e3'].map(read)).toEqual(
      Array(8).fill(null),
    );
  });

  it('are days of this century with two digits', () => {
    expect(readCsvDay('01.02.26', ['DD.MM.YY'])).toBe('2026-02-01');
    expect(readCsvDay('29.02.2026', ['DD.MM.YYYY'])).toBeNull();
    expect(readCsvDay('2026-02-28', ['DD.MM.YY', 'YYYY-MM-DD'])).toBe('2026-02-28');
  });

  it('come back from any text as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab;"\n, ä') });
    const row = fc
      .array(cell, { minLength: 2, maxLength: 5 })
      .filter((cells) => cells.some((one) => one.trim() !== ''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const text = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'))
          .join('\r\n');
        expect(splitCsv(text, ';').map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});
