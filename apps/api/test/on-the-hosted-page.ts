/** Cards that the stand-in knows as Stripe does; any future expiry date and any security code. */
export const CARDS = {
  good: '4242424242424242',
  declined: '4000000000000002',
  withoutFunds: '4000000000009995',
  challenged: '4000002760003184',
  /** Can be stored, with the bank's question, and is then declined for want of funds. */
  storedWithoutFunds: '4000008260003178',
  /** Can be stored, and is then declined without a reason. */
  storedAndDeclined: '4000000000000341',
} as const;

const submit = async (url: string, fields: Readonly<Record<string, string>>): Promise<Response> => {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  if (response.status !== 303) throw new Error(`${url} answered ${response.status}.`);
  return response;
};

/** A customer fills in the provider's hosted page and sends it; gives back where it leads to. */
export const enterCard = async (
  url: string,
  number: string,
  holder: string,
  { expiry = '12/34' }: { readonly expiry?: string } = {},
): Promise<string> => {
  const answer = await submit(url, { method: 'card', number, expiry, cvc: '123', name: holder });
  return new URL(answer.headers.get('location') ?? '', url).href;
};

/** IBANs whose bank pays after two days, and whose bank refuses after two days. */
export const IBANS = { good: 'DE89370400440532013000', refused: 'DE65370400440002222227' } as const;

/** A customer gives a mandate for a direct debit on the hosted page. */
export const enterIban = (url: string, iban: string, holder: string): Promise<Response> =>
  submit(url, { method: 'sepa_debit', iban, name: holder });

/** The customer answers the bank's question (3-D Secure) on the page that the hosted page has led to. */
export const answerChallenge = (url: string, outcome: 'complete' | 'fail'): Promise<Response> =>
  submit(url, { outcome });
