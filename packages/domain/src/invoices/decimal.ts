/** An exact decimal number: `units / 10 ** scale`. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

const DECIMAL = /^(-?)(0|[1-9][0-9]{0,11})(?:\.([0-9]{1,8}))?$/;

/** Whether a text is a plain decimal with at most 12 digits before and 8 after the point: `2`, `0.5`, `-12.345`. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

export const isZeroDecimal = (text: string): boolean => scaled(text).units === 0n;

export const negateDecimal = (text: string): string => {
  if (isZeroDecimal(text)) return text;
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
};

/**
 * Multiplies two decimals exactly and rounds the product once to `decimals` places, half away from zero
 * (−1.505 becomes −1.51). The result counts units of the last place: with 2 decimals, cents.
 */
export const multiplyRounded = (a: string, b: string, decimals: number): bigint => {
  const [left, right] = [scaled(a), scaled(b)];
  return rescale({ units: left.units * right.units, scale: left.scale + right.scale }, decimals);
};

/** `percent` of an amount in minor units, rounded half away from zero to whole minor units. */
export const percentOf = (minor: bigint, percent: string): bigint => {
  const { units, scale } = scaled(percent);
  return rescale({ units: minor * units, scale: scale + 2 }, 0);
};

/** The net amount in a gross one of minor units that includes `percent`, rounded half away from zero. */
export const netOfGross = (gross: bigint, percent: string): bigint => {
  const { units, scale } = scaled(percent);
  const hundred = 100n * 10n ** BigInt(scale);
  const whole = hundred + units;
  const magnitude = ((gross < 0n ? -gross : gross) * hundred * 2n + whole) / (whole * 2n);
  return gross < 0n ? -magnitude : magnitude;
};

/** An amount in minor units shared by a quantity other than zero: the price of one, with at most eight decimals. */
export const pricePerUnit = (minor: bigint, decimals: number, quantity: string): string => {
  const { units, scale } = scaled(quantity);
  const numerator = minor * 10n ** BigInt(scale + PRICE_DECIMALS);
  const denominator = units * 10n ** BigInt(decimals);
  const isNegative = numerator < 0n !== denominator < 0n && numerator !== 0n;
  const [top, bottom] = [magnitudeOf(numerator), magnitudeOf(denominator)];
  const digits = ((top * 2n + bottom) / (bottom * 2n)).toString().padStart(PRICE_DECIMALS + 1, '0');
  const price = trimDecimal(`${digits.slice(0, -PRICE_DECIMALS)}.${digits.slice(-PRICE_DECIMALS)}`);
  return isNegative && !isZeroDecimal(price) ? `-${price}` : price;
};

const PRICE_DECIMALS = 8;

const magnitudeOf = (value: bigint): bigint => (value < 0n ? -value : value);

/** Without trailing zeros behind the point: `2.500` is `2.5`, `3.00` is `3`. */
export const trimDecimal = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

const scaled = (text: string): Scaled => {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a plain decimal.`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
};

const rescale = ({ units, scale }: Scaled, decimals: number): bigint => {
  if (scale <= decimals) return units * 10n ** BigInt(decimals - scale);
  const divisor = 10n ** BigInt(scale - decimals);
  const magnitude = ((units < 0n ? -units : units) * 2n + divisor) / (divisor * 2n);
  return units < 0n ? -magnitude : magnitude;
};
