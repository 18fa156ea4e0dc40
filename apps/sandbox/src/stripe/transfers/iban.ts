/** The countries Stripe gives virtual accounts in, each with how an account number is written there. */
const ACCOUNT_NUMBERS = {
  BE: { bank: '539', digits: 9 },
  DE: { bank: '20190109', digits: 10 },
  ES: { bank: '00491500', digits: 12 },
  FR: { bank: '2004101005', digits: 13 },
  IE: { bank: 'AIBK931152', digits: 8 },
  NL: { bank: 'ABNA', digits: 10 },
} as const;

export type TransferCountry = keyof typeof ACCOUNT_NUMBERS;
export const TRANSFER_COUNTRIES = Object.keys(ACCOUNT_NUMBERS) as TransferCountry[];

const asNumber = (text: string): bigint =>
  BigInt([...text].map((sign) => Number.parseInt(sign, 36)).join(''));

/** A valid IBAN for a virtual account; the same seed is the same account for ever. */
export const virtualIban = (country: TransferCountry, seed: string): string => {
  const { bank, digits } = ACCOUNT_NUMBERS[country];
  const number = [...seed].reduce((sum, sign) => (sum * 31n + BigInt(sign.charCodeAt(0))) % 10n ** 15n, 7n);
  const bban = `${bank}${String(number).padStart(digits, '0').slice(-digits)}`;
  const check = 98n - (asNumber(`${bban}${country}00`) % 97n);
  return `${country}${String(check).padStart(2, '0')}${bban}`;
};
