import { customerName } from '@zahlwerk/domain/customers/customer-data';
import { matchNames, type NameMatch } from '@zahlwerk/domain/customers/vat-register';
import { z } from 'zod';
import type { AnswerFields, VatAnswer, VatQuestion, VatRegister } from './vat-register.ts';

export interface ViesSettings {
  /** A stand-in in demo mode; null: the Commission's own service. */
  readonly baseUrl: string | null;
}

const VIES = 'https://ec.europa.eu/taxation_customs/vies/rest-api';
/** Some member states take many seconds to answer. */
const TIMEOUT_MS = 20_000;

const text = z.string().max(2_000);

/** What VIES says of an id. Errors of member states come with status 200, too. */
const answerSchema = z.object({
  valid: z.boolean(),
  requestDate: text.optional(),
  requestIdentifier: text.optional(),
  countryCode: text.optional(),
  vatNumber: text.optional(),
  name: text.optional(),
  address: text.optional(),
  traderNameMatch: text.optional(),
  traderStreetMatch: text.optional(),
  traderPostalCodeMatch: text.optional(),
  traderCityMatch: text.optional(),
});
const failureSchema = z.object({ errorWrappers: z.array(z.object({ error: text })).min(1) });

type Answer = z.infer<typeof answerSchema>;

const split = (vatId: string): readonly [string, string] => [vatId.slice(0, 2), vatId.slice(2)];

const bodyOf = ({ vatId, requesterVatId, customer }: VatQuestion): Record<string, string> => {
  const [countryCode, vatNumber] = split(vatId);
  const [requesterMemberStateCode, requesterNumber] = split(requesterVatId ?? '');
  const trader = {
    traderName: customerName(customer),
    traderStreet: customer.street,
    traderPostalCode: customer.postalCode,
    traderCity: customer.city,
  };
  const optional = { requesterMemberStateCode, requesterNumber, ...trader };
  return {
    countryCode: countryCode ?? '',
    vatNumber: vatNumber ?? '',
    ...Object.fromEntries(
      Object.entries(optional).filter((entry): entry is [string, string] => Boolean(entry[1])),
    ),
  };
};

/** Dashes stand for what a member state does not tell. */
const told = (value: string | undefined): string | null => {
  const trimmed = value?.trim();
  return trimmed && !/^-+$/.test(trimmed) ? trimmed : null;
};

/** The register's own comparison counts; where it has made none, the name that it tells is compared here. */
const nameMatchOf = ({ name, traderNameMatch }: Answer, ours: string): NameMatch => {
  if (traderNameMatch === 'VALID') return 'SAME';
  if (traderNameMatch === 'INVALID') return 'OTHER';
  return matchNames(ours, told(name));
};

const fieldsOf = (answer: Answer): AnswerFields =>
  Object.fromEntries(
    Object.entries(answer).filter(
      (entry): entry is [string, string | boolean] => entry[1] !== undefined && entry[1] !== '',
    ),
  );

const unavailable = (reason: string, answer: AnswerFields | null = null): VatAnswer => ({
  outcome: 'UNAVAILABLE',
  reason,
  answer,
});

const read = (json: unknown, status: number, customer: VatQuestion['customer']): VatAnswer => {
  const failure = failureSchema.safeParse(json);
  const code = failure.data?.errorWrappers[0]?.error;
  if (code === 'INVALID_INPUT')
    return {
      ...{ outcome: 'NOT_CONFIRMED', reason: code, requestNumber: null, name: null, address: null },
      ...{ nameMatch: 'NOT_TOLD', answer: { error: code } },
    };
  if (code) return unavailable(code, { error: code });
  const answer = answerSchema.safeParse(json);
  if (!answer.success || status >= 400) return unavailable(status >= 400 ? `HTTP_${status}` : 'UNREADABLE');
  return {
    outcome: answer.data.valid ? 'CONFIRMED' : 'NOT_CONFIRMED',
    reason: null,
    requestNumber: told(answer.data.requestIdentifier),
    name: told(answer.data.name),
    address: told(answer.data.address),
    nameMatch: answer.data.valid ? nameMatchOf(answer.data, customerName(customer)) : 'NOT_TOLD',
    answer: fieldsOf(answer.data),
  };
};

/** VIES, the European Commission's way to the registers of all member states, over its REST API. */
export const createViesRegister = ({ baseUrl }: ViesSettings, timeoutMs = TIMEOUT_MS): VatRegister => ({
  name: 'VIES',
  ask: async (question) => {
    try {
      const response = await fetch(`${baseUrl ?? VIES}/check-vat-number`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(bodyOf(question)),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return read(await response.json().catch(() => null), response.status, question.customer);
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === 'TimeoutError';
      return unavailable(isTimeout ? 'TIMEOUT' : 'UNREACHABLE');
    }
  },
});
