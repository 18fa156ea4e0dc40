const HIDDEN = /<input type="hidden" name="(\w+)" value="([^"]*)">/g;

export interface Shown {
  readonly status: number;
  readonly url: string;
  readonly html: string;
  /** Where the page sends the browser, when it does. */
  readonly location: string | null;
}

const load = async (url: string, init: RequestInit = {}): Promise<Shown> => {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const location = response.headers.get('Location');
  return {
    status: response.status,
    url,
    html: await response.text(),
    location: location === null ? null : new URL(location, url).toString(),
  };
};

/** Opens a hosted page as a browser of the given language does. */
export const visit = (url: string, language = 'de-DE'): Promise<Shown> =>
  load(url, { headers: { 'Accept-Language': language } });

/** Sends the form of a page that was shown, hidden fields included. */
export const submit = (page: Shown, fields: Record<string, string>): Promise<Shown> => {
  const hidden = Object.fromEntries(
    [...page.html.matchAll(HIDDEN)].map(([, name = '', value = '']) => [name, value]),
  );
  return load(page.url, { method: 'POST', body: new URLSearchParams({ ...hidden, ...fields }) });
};

export const CARD = { expiry: '12/34', cvc: '123', name: 'Erika Beispiel', email: 'erika@example.com' };

/** Opens a Checkout page and pays with a card; answers with where that leads. */
export const payByCard = async (url: string, number: string): Promise<Shown> =>
  submit(await visit(url), { ...CARD, number });

/** Follows to the bank's page and passes or fails the challenge. */
export const authenticate = async (location: string | null, outcome: 'complete' | 'fail'): Promise<Shown> =>
  submit(await visit(location ?? ''), { outcome });
