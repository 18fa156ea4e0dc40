import type { XmlDocument, XmlNode } from 'libxml2-wasm';
import { AT, CII } from './rule.fixture.ts';

const SCALE = 8;

/** A decimal text in units of 10⁻⁸, read without our own parser so that a fault of ours cannot hide itself. */
export const unitsOf = (text: string): bigint => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new RangeError(`No decimal: "${text}"`);
  const units = BigInt(whole + fraction.padEnd(SCALE, '0'));
  return sign === '-' ? -units : units;
};

const ONE = 10n ** BigInt(SCALE);
const CENT = ONE / 100n;

/** Half away from zero, to a whole number of steps. */
const rounded = (units: bigint, step: bigint): bigint => {
  const magnitude = ((units < 0n ? -units : units) * 2n + step) / (step * 2n);
  return (units < 0n ? -magnitude : magnitude) * step;
};

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n);

const units = (at: XmlNode, path: string): bigint => unitsOf(at.get(path, CII)?.content ?? '0');

const LINE_NET =
  'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount';
const LINE_ALLOWANCE = 'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge';
const LINE_TAX = 'ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax';

/**
 * The rules about sums that the figures of a document break, each computed from the figures below it. Whether its VAT was
 * taken out of prices that include it is nothing that the document says.
 */
export const arithmeticProblems = (document: XmlDocument, isVatInPrices: boolean): readonly string[] => {
  const sums = document.get(AT.totals, CII);
  if (!sums) return ['BG-22'];
  // Yen have no cents.
  const step = sums.get('ram:GrandTotalAmount', CII)?.content.includes('.') ? CENT : ONE;
  const isTakenOut = isVatInPrices || document.get(AT.preceding, CII) !== null;
  const lines = document.find(AT.line, CII);
  const groups = document.find(AT.breakdown, CII);
  const allowances = document.find(AT.allowance, CII);
  const net = units(sums, 'ram:TaxBasisTotalAmount');
  const gross = units(sums, 'ram:GrandTotalAmount');
  const vat = units(sums, 'ram:TaxTotalAmount');
  const checks: Readonly<Record<string, boolean>> = {
    'BR-CO-10': units(sums, 'ram:LineTotalAmount') === total(lines.map((line) => units(line, LINE_NET))),
    'BR-CO-11':
      units(sums, 'ram:AllowanceTotalAmount') ===
      total(allowances.map((allowance) => units(allowance, 'ram:ActualAmount'))),
    'BR-CO-13': net === units(sums, 'ram:LineTotalAmount') - units(sums, 'ram:AllowanceTotalAmount'),
    'BR-CO-14': vat === total(groups.map((group) => units(group, 'ram:CalculatedAmount'))),
    'BR-CO-15': gross === net + vat && sums.find('ram:TaxTotalAmount', CII).length === 1,
    'BR-CO-16': units(sums, 'ram:DuePayableAmount') === gross - units(sums, 'ram:TotalPrepaidAmount'),
    'BR-CO-17': groups.every((group) => isVatOfItsNet(group, step, isTakenOut)),
    'BR-S-08': groups.every((group) => isNetOf(group, lines, allowances)),
    'BR-DEC': document
      .find(
        '//*[contains(local-name(), "TotalAmount") or local-name() = "BasisAmount" or local-name() = "ActualAmount"]',
      )
      .every(hasCents),
    'PEPPOL-EN16931-R040': document
      .find('//ram:SpecifiedTradeAllowanceCharge[ram:CalculationPercent]', CII)
      .every((allowance) => isShareOfItsBase(allowance, step)),
    'BT-131': lines.every((line) => isPriceTimesQuantity(line, step)),
  };
  return Object.entries(checks).flatMap(([id, holds]) => (holds ? [] : [id]));
};

/** The artefacts allow a unit of the currency; ours differ by a step at most, where VAT was taken out of a gross amount. */
const isVatOfItsNet = (group: XmlNode, step: bigint, isTakenOut: boolean): boolean => {
  const product = units(group, 'ram:BasisAmount') * units(group, 'ram:RateApplicablePercent');
  const difference =
    units(group, 'ram:CalculatedAmount') - rounded(product, 100n * ONE * step) / (100n * ONE);
  const allowed = isTakenOut ? step : 0n;
  return difference <= allowed && difference >= -allowed;
};

/** Stricter than the rule, which allows two cents. */
const isShareOfItsBase = (allowance: XmlNode, step: bigint): boolean => {
  const product = units(allowance, 'ram:BasisAmount') * units(allowance, 'ram:CalculationPercent');
  return units(allowance, 'ram:ActualAmount') === rounded(product, 100n * ONE * step) / (100n * ONE);
};

/**
 * Holds for every category and rate: taxable is the sum of the lines of the same, less what is taken off them; and a share
 * is taken off exactly these lines.
 */
const isNetOf = (group: XmlNode, lines: readonly XmlNode[], allowances: readonly XmlNode[]): boolean => {
  const key = (node: XmlNode, path: string): string =>
    ['ram:CategoryCode', 'ram:RateApplicablePercent']
      .map((name) => node.get(`${path}${name}`, CII)?.content)
      .join(' ');
  const own = lines.filter((line) => key(line, `${LINE_TAX}/`) === key(group, ''));
  const taken = allowances.filter((one) => key(one, 'ram:CategoryTradeTax/') === key(group, ''));
  const net = total(own.map((line) => units(line, LINE_NET)));
  const bases = taken.flatMap((one) => one.get('ram:BasisAmount', CII)?.content ?? []);
  return (
    units(group, 'ram:BasisAmount') === net - total(taken.map((one) => units(one, 'ram:ActualAmount'))) &&
    (bases.length === 0 || total(bases.map(unitsOf)) === net)
  );
};

const hasCents = ({ content }: XmlNode): boolean => /^-?\d+(\.\d{1,2})?$/.test(content);

/** PEPPOL-EN16931-R120, and to the cent: the standard leaves open how a line is rounded. */
const isPriceTimesQuantity = (line: XmlNode, step: bigint): boolean => {
  const price = units(line, 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount');
  const quantity = units(line, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity');
  const product = rounded(price * quantity, step * ONE) / ONE;
  const base = line.get(`${LINE_ALLOWANCE}/ram:BasisAmount`, CII);
  return (
    units(line, LINE_NET) === product - units(line, `${LINE_ALLOWANCE}/ram:ActualAmount`) &&
    (base === null || unitsOf(base.content) === product)
  );
};
