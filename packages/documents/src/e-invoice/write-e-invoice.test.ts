import { buildStatement } from '@zahlwerk/domain/invoices/build-statement';
import type { EInvoiceProfile } from '@zahlwerk/domain/invoices/e-invoice-gaps';
import { aDraft, anInvoice, aSeller } from '@zahlwerk/domain/invoices/invoice.fixture';
import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { type Currency, money } from '@zahlwerk/domain/money/money';
import { describe, expect, it } from 'vitest';
import { CASES, stornoOf } from './cases.fixture.ts';
import { AT, CII } from './rule.fixture.ts';
import { problemsOf, reading } from './validate.fixture.ts';
import { writeEInvoice } from './write-e-invoice.ts';

const written = (snapshot: InvoiceSnapshot, profile: EInvoiceProfile = 'EN16931'): string => {
  const result = writeEInvoice(snapshot, profile);
  if (!result.ok) throw new Error(result.gaps.map(({ code }) => code).join(', '));
  return result.xml;
};

const caseOf = (name: string): InvoiceSnapshot => CASES[name] ?? anInvoice();

const textAt = (xml: string, path: string): string | undefined =>
  reading(xml, (document) => document.get(path, CII)?.content);

describe.each(Object.entries(CASES))('%s', (_name, snapshot) => {
  it.each(['EN16931', 'XRECHNUNG'] as const)('is a valid e-invoice of the profile %s', async (profile) => {
    const isVatInPrices = snapshot.taxBehavior === 'INCLUSIVE';
    expect(await problemsOf(written(snapshot, profile), profile, isVatInPrices)).toEqual([]);
  });
});

describe('an e-invoice', () => {
  it('is the same to the byte for the same snapshot', () => {
    for (const snapshot of Object.values(CASES))
      expect(written(structuredClone(snapshot))).toBe(written(snapshot));
  });

  it('names how to pay, as the PDF does', () => {
    const means = (name: string) => textAt(written(caseOf(name)), `${AT.means}/ram:TypeCode`);
    expect(textAt(written(anInvoice()), `${AT.means}//ram:IBANID`)).toBe('DE89370400440532013000');
    expect(textAt(written(anInvoice()), `${AT.means}//ram:AccountName`)).toBe('Atelier Nordlicht GmbH');
    expect(textAt(written(anInvoice()), `${AT.settlement}/ram:PaymentReference`)).toBe('ZV-2026-000042');
    expect(means('in part paid')).toBe('58');
    expect(means('in another currency')).toBe('30');
    expect(means('without an account of its own')).toBe('68');
    expect(means('paid in full')).toBe('1');
    expect(means('Storno')).toBe('1');
  });

  it('says what was paid and what is due', () => {
    const xml = written(caseOf('in part paid'));
    expect(textAt(xml, `${AT.totals}/ram:TotalPrepaidAmount`)).toBe('50.00');
    expect(textAt(xml, `${AT.totals}/ram:DuePayableAmount`)).toBe('101.10');
  });

  it('names Skonto in the form of XRechnung, and in words as well where people read it', () => {
    const at = `${AT.settlement}/ram:SpecifiedTradePaymentTerms/ram:Description`;
    const whole = caseOf('with Skonto');
    expect(textAt(written(whole, 'XRECHNUNG'), at)).toBe('#SKONTO#TAGE=14#PROZENT=2.00#\n');
    expect(textAt(written(whole), at)).toBe(
      'Bei Überweisung bis zum 7. Dezember 2026 mit 2\u00a0% Skonto: 148,08\u00a0€.\n#SKONTO#TAGE=14#PROZENT=2.00#\n',
    );
    expect(textAt(written(caseOf('with Skonto and in part paid'), 'XRECHNUNG'), at)).toBe(
      '#SKONTO#TAGE=7#PROZENT=3.25#BASISBETRAG=151.10#\n',
    );
    expect(textAt(written(caseOf('with Skonto for which nothing is left')), at)).toBeUndefined();
    expect(textAt(written(stornoOf(whole)), at)).toBe('Mit diesem Beleg ist nichts zu zahlen.');
  });

  it('of a Storno mirrors the quantities, as the PDF does, and names the original', () => {
    const xml = written(caseOf('Storno'));
    expect(textAt(xml, `${AT.document}/ram:TypeCode`)).toBe('384');
    expect(textAt(xml, `${AT.line}[1]//ram:BilledQuantity`)).toBe('-1.5');
    expect(textAt(xml, `${AT.preceding}/ram:IssuerAssignedID`)).toBe('RE-2026-0042');
    expect(textAt(xml, `${AT.preceding}//qdt:DateTimeString`)).toBe('20261123');
    expect(textAt(xml, `${AT.document}/ram:IncludedNote/ram:Content`)).toBe('Falscher Empfänger.');
  });

  it('lets the quantity of a discount bear the sign', () => {
    const line = `${AT.line}[4]`;
    const xml = written(caseOf('mixed rates with a discount'));
    expect(textAt(xml, `${line}//ram:ChargeAmount`)).toBe('12.345');
    expect(textAt(xml, `${line}//ram:BilledQuantity`)).toBe('-1');
    expect(textAt(xml, `${line}//ram:LineTotalAmount`)).toBe('-12.35');
  });

  it('joins the tax cases of one category and keeps every reason', () => {
    const xml = written(caseOf('DE_KLEIN and DE_EXEMPT, one category in XML'));
    expect(textAt(xml, `${AT.breakdown}/ram:ExemptionReason`)).toBe(
      'Steuerbefreiung für Kleinunternehmer gemäß § 19 UStG; Steuerfrei nach § 4 Nr. 21 UStG',
    );
    expect(textAt(written(caseOf('EU_SUPPLY')), `${AT.breakdown}/ram:ExemptionReasonCode`)).toBe(
      'VATEX-EU-IC',
    );
    expect(textAt(written(caseOf('DE_0_PV')), `${AT.document}/ram:IncludedNote`)).toContain(
      '§ 12 Abs. 3 UStG',
    );
  });

  it('gives back every text as it was', () => {
    const xml = written(caseOf('hostile text'));
    expect(textAt(xml, `${AT.buyer}/ram:Name`)).toBe('Müller & <Söhne> "株"');
    expect(textAt(xml, `${AT.buyer}//ram:PersonName`)).toBe("O'Neil ]]>");
    expect(textAt(xml, `${AT.line}//ram:Name`)).toBe('<script>&amp;</script>');
    expect(textAt(xml, `${AT.line}//ram:Description`)).toBe('eins\nzwei & drei');
  });

  it('never holds a character that XML forbids', async () => {
    const hostile = { ...anInvoice(), closing: 'a\u0000b\u000bc\ud800d\ufffee\uffff' };
    expect(await problemsOf(written(hostile), 'EN16931')).toEqual([]);
    expect(textAt(written(hostile), `${AT.document}/ram:IncludedNote/ram:Content`)).toBe('a�b�c�d�e�');
  });
});

describe('what cannot be an e-invoice', () => {
  const gapsOf = (snapshot: InvoiceSnapshot, profile: EInvoiceProfile) => {
    const result = writeEInvoice(snapshot, profile);
    return result.ok ? [] : result.gaps.map(({ code }) => code);
  };

  it('is answered with everything that is missing', () => {
    const snapshot: InvoiceSnapshot = {
      ...anInvoice({ orderReference: null, seller: aSeller({ phone: null, email: null }) }),
      buyer: { ...anInvoice().buyer, email: null, city: '', postalCode: '' },
    };
    expect(gapsOf(snapshot, 'EN16931')).toEqual([]);
    expect(gapsOf(snapshot, 'XRECHNUNG')).toEqual([
      'SELLER_PHONE_MISSING',
      'SELLER_EMAIL_MISSING',
      'BUYER_REFERENCE_MISSING',
      'BUYER_CITY_MISSING',
      'BUYER_POSTAL_CODE_MISSING',
      'BUYER_EMAIL_MISSING',
    ]);
  });

  it('is a small amount without a country, an export without a VAT id, a currency with three decimals', () => {
    const { buyer } = anInvoice();
    expect(gapsOf({ ...anInvoice(), buyer: { ...buyer, country: null } }, 'EN16931')).toEqual([
      'BUYER_COUNTRY_MISSING',
    ]);
    const abroad = caseOf('EXPORT');
    const seller = { ...abroad.seller, vatId: null };
    expect(gapsOf({ ...abroad, seller }, 'EN16931')).toEqual(['SELLER_VAT_ID_MISSING']);
    expect(gapsOf(anInvoice({ currency: 'TND' }), 'EN16931')).toEqual(['CURRENCY_UNFIT']);
    expect(gapsOf({ ...caseOf('EU_SUPPLY'), supply: null }, 'EN16931')).toEqual(['SUPPLY_MISSING']);
  });

  it('is a statement, which is no invoice', () => {
    const { supply: _supply, lines: _lines, ...frame } = aDraft();
    const lines = [{ name: 'Kaution', description: null, amount: money<Currency>(150000n, 'EUR') }];
    const built = buildStatement({ ...frame, lines });
    if (!built.ok) throw new Error('refused');
    expect(gapsOf(built.snapshot, 'EN16931')).toEqual(['NOT_AN_INVOICE']);
  });
});
