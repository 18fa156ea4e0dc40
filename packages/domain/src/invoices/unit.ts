/** Units of a line by their code of UN/ECE recommendation 20 and 21 (EN 16931, BT-130), as people read them. */
export const UNITS = {
  C62: { de: 'Stück', en: 'pcs' },
  HUR: { de: 'Std.', en: 'hrs' },
  DAY: { de: 'Tage', en: 'days' },
  MON: { de: 'Monate', en: 'months' },
  ANN: { de: 'Jahre', en: 'years' },
  MIN: { de: 'Min.', en: 'min' },
  KGM: { de: 'kg', en: 'kg' },
  GRM: { de: 'g', en: 'g' },
  LTR: { de: 'l', en: 'l' },
  MTR: { de: 'm', en: 'm' },
  MTK: { de: 'm²', en: 'm²' },
  KMT: { de: 'km', en: 'km' },
  LS: { de: 'pauschal', en: 'flat' },
  XPK: { de: 'Paket', en: 'pkg' },
} as const satisfies Record<string, { readonly de: string; readonly en: string }>;

export type UnitCode = keyof typeof UNITS;

export const UNIT_CODES = Object.keys(UNITS) as readonly UnitCode[] as readonly [UnitCode, ...UnitCode[]];

export const isUnitCode = (text: string): text is UnitCode => Object.hasOwn(UNITS, text);
