import type { InvoiceLine } from '@zahlwerk/domain/invoices/invoice-lines';
import type { UnitCode } from '@zahlwerk/domain/invoices/unit';

interface Good {
  readonly de: string;
  readonly en: string;
  readonly unit: UnitCode;
  /** Net, in euros. */
  readonly price: string;
  readonly taxCase: 'DE_19' | 'DE_7';
}

const good = (
  de: string,
  en: string,
  price: string,
  unit: UnitCode = 'C62',
  taxCase: Good['taxCase'] = 'DE_19',
): Good => ({ de, en, price, unit, taxCase });

/**
 * What the workshop sells. Firewood and wood waste as fuel, and books, are at 7 % (§ 12(2) Nr. 1 UStG, annex 2 Nr. 48
 * and 49); furniture and work are at 19 %.
 */
const GOODS = {
  table: good('Esstisch Eiche massiv, 200 × 95 cm', 'Dining table, solid oak, 200 × 95 cm', '1890.00'),
  bench: good('Sitzbank Esche, 160 cm', 'Bench, ash, 160 cm', '640.00'),
  shelf: good('Regal nach Maß, Esche geölt', 'Made-to-measure shelf, oiled ash', '985.00'),
  chair: good('Stuhl neu gepolstert', 'Chair, reupholstered', '145.00'),
  stool: good('Hocker Nussbaum', 'Stool, walnut', '129.00'),
  board: good('Schneidebrett Nussbaum', 'Chopping board, walnut', '38.66'),
  counter: good('Tresen Eiche, gerundet', 'Counter, oak, rounded', '3480.00'),
  wardrobe: good('Garderobe nach Maß', 'Made-to-measure coat rack', '720.00'),
  desk: good('Schreibtisch Kirschbaum', 'Desk, cherry', '1240.00'),
  bed: good('Bett Zirbe, 180 × 200 cm', 'Bed, stone pine, 180 × 200 cm', '1680.00'),
  secretaire: good('Restaurierung Sekretär, Schellack', 'Restoration of a bureau, shellac', '940.00', 'LS'),
  chest: good('Restaurierung Truhe', 'Restoration of a chest', '460.00', 'LS'),
  repair: good('Reparatur Schublade und Beschläge', 'Repair of drawer and fittings', '86.50', 'LS'),
  sanding: good('Tischplatte abschleifen und ölen', 'Sanding and oiling a table top', '210.00', 'LS'),
  work: good('Arbeitszeit Tischlerin', "Joiner's working time", '62.00', 'HUR'),
  delivery: good('Anlieferung und Montage', 'Delivery and assembly', '85.00', 'LS'),
  firewood: good('Kaminholz Buche, 1 Raummeter', 'Firewood, beech, 1 stacked m³', '118.00', 'C62', 'DE_7'),
  kindling: good('Anzündholz aus Verschnitt', 'Kindling from offcuts', '6.90', 'XPK', 'DE_7'),
  book: good('Buch „Möbel pflegen“', 'Book “Caring for furniture”', '24.21', 'C62', 'DE_7'),
} as const satisfies Record<string, Good>;

export type GoodName = keyof typeof GOODS;

/** An order as it is noted on a slip: `table 1, chair 6, work 2.5`. */
export type Slip = string;

const isGood = (name: string): name is GoodName => Object.hasOwn(GOODS, name);

/** The lines of an order, named in the customer's language. Throws for a good that the workshop does not sell. */
export const linesOf = (slip: Slip, language: 'de' | 'en'): readonly InvoiceLine[] =>
  slip.split(', ').map((entry) => {
    const [name = '', quantity = '1'] = entry.split(' ');
    if (!isGood(name)) throw new RangeError(`The workshop does not sell ${name}.`);
    const { unit, price, taxCase, [language]: text } = GOODS[name];
    return {
      name: text,
      description: null,
      quantity,
      unit,
      unitPrice: price,
      discount: null,
      taxCase,
      exemptionReason: null,
    };
  });
