import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';

/** How the stand-in can be made to answer otherwise than with yes. */
export const VIES_LEVERS = [
  'not_valid',
  'other_name',
  'hidden_name',
  'timeout',
  'server_error',
  'INVALID_REQUESTER_INFO',
  'MS_UNAVAILABLE',
  'MS_MAX_CONCURRENT_REQ',
  'GLOBAL_MAX_CONCURRENT_REQ',
  'SERVICE_UNAVAILABLE',
] as const;
export type ViesLever = (typeof VIES_LEVERS)[number];

export const isViesLever = (text: unknown): text is ViesLever =>
  (VIES_LEVERS as readonly unknown[]).includes(text);

interface Pulled {
  readonly lever: ViesLever;
  /** About which id, with its country; null: about all. */
  readonly vatId: string | null;
  /** How often it works still; null: until it is released. */
  left: number | null;
}

type Question = Readonly<Record<string, string | undefined>>;

export interface Vies {
  readonly app: Hono;
  readonly pull: (lever: ViesLever, vatId: string | null, times: number | null) => void;
  readonly release: () => void;
  /** What it was asked, oldest first. */
  readonly asked: () => readonly Question[];
}

/** Longer than anybody waits. */
const HOLD_MS = 60_000;
const UNKNOWN = '---';

/** A consultation has a number where somebody with a VAT id of their own asks. */
const numbered = ({ requesterNumber }: Question, count: number): string =>
  requesterNumber ? `WAPIAAAA${String(count).padStart(8, '0')}` : '';

const compared = (given: string | undefined, isSame: boolean): string => {
  if (!given) return 'NOT_PROCESSED';
  return isSame ? 'VALID' : 'INVALID';
};

const answerTo = (question: Question, lever: ViesLever | undefined, count: number) => {
  const valid = lever !== 'not_valid';
  const isOther = lever === 'other_name';
  const isTold = valid && lever !== 'hidden_name';
  const name = isOther ? 'Ganz Andere Handels AG' : (question.traderName ?? 'Muster Handels AG');
  const address = [question.traderStreet, `${question.traderPostalCode ?? ''} ${question.traderCity ?? ''}`]
    .filter((line) => line?.trim())
    .join('\n');
  const isCompared = valid && !isTold;
  return {
    countryCode: question.countryCode,
    vatNumber: question.vatNumber,
    requestDate: new Date().toISOString(),
    valid,
    requestIdentifier: valid ? numbered(question, count) : '',
    name: isTold ? name : UNKNOWN,
    address: isTold && address && !isOther ? address : UNKNOWN,
    traderName: UNKNOWN,
    traderStreet: UNKNOWN,
    traderPostalCode: UNKNOWN,
    traderCity: UNKNOWN,
    traderCompanyType: UNKNOWN,
    // Member states that tell the name compare nothing.
    traderNameMatch: isCompared ? compared(question.traderName, true) : 'NOT_PROCESSED',
    traderStreetMatch: isCompared ? compared(question.traderStreet, true) : 'NOT_PROCESSED',
    traderPostalCodeMatch: isCompared ? compared(question.traderPostalCode, true) : 'NOT_PROCESSED',
    traderCityMatch: isCompared ? compared(question.traderCity, true) : 'NOT_PROCESSED',
    traderCompanyTypeMatch: 'NOT_PROCESSED',
  };
};

/** VIES over its REST API: `check-vat-number`, valid and under the name asked for unless a lever says otherwise. */
export const createVies = (): Vies => {
  const levers: Pulled[] = [];
  const asked: Question[] = [];
  const use = (vatId: string): ViesLever | undefined => {
    const pulled = levers.find((one) => one.left !== 0 && (one.vatId === null || one.vatId === vatId));
    if (pulled?.left) pulled.left -= 1;
    return pulled?.lever;
  };
  const app = new Hono();
  app.post('/rest-api/check-vat-number', async (c) => {
    const question: Question = await c.req.json();
    asked.push(question);
    const { countryCode, vatNumber } = question;
    if (!countryCode || !vatNumber)
      return c.json({ actionSucceed: false, errorWrappers: [{ error: 'INVALID_INPUT' }] });
    const lever = use(`${countryCode}${vatNumber}`);
    if (lever === 'timeout')
      await Promise.race([pause(HOLD_MS, null, { ref: false }), ended(c.req.raw.signal)]);
    if (lever === 'server_error') return c.text('<html>Internal Server Error</html>', 500);
    // The errors of member states come with status 200.
    if (lever && /^[A-Z_]+$/.test(lever))
      return c.json({ actionSucceed: false, errorWrappers: [{ error: lever }] });
    return c.json(answerTo(question, lever, asked.length));
  });
  return {
    app,
    pull: (lever, vatId, times) => levers.unshift({ lever, vatId, left: times }),
    release: () => {
      levers.length = 0;
    },
    asked: () => asked,
  };
};

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
