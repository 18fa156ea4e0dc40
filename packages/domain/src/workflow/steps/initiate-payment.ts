import type { CustomerData } from '../../customers/customer-data.ts';
import { type Priceable, priceInvoice } from '../../invoices/invoice-lines.ts';
import { priceProblems } from '../../invoices/price-problems.ts';
import type { SkontoTerms } from '../../invoices/skonto-terms.ts';
import { equals, type Money } from '../../money/money.ts';
import { refuseWithoutReader } from '../../readers/refuse-without-reader.ts';
import { type SkontoHouse, skontoProblems } from '../case-skonto.ts';
import type { Change, Env, EventDraft } from '../decision.ts';
import type { WorkflowDefinition } from '../definition.ts';
import type { CaseOrganization, Channel, Invoicing, MethodType } from '../payment-case.ts';
import { dueDayProblem, supplyDayProblem } from '../plausible-day.ts';
import { NO_SUBJECT } from '../progress.ts';
import type { FieldProblem, Refusal } from '../refusal.ts';
import { stepsFrom } from '../step.ts';

/** Everything that is given when a case starts; amounts in the case's one currency. */
export interface InitiatePayment extends Priceable {
  readonly channel: Channel;
  readonly customer: { readonly id: string } | { readonly data: CustomerData };
  readonly amountDue: Money;
  readonly supply: { readonly from: string; readonly to: string } | null;
  readonly dueOn: string;
  /** Left out: as the business usually grants it. Null: none. */
  readonly skonto?: SkontoTerms | null;
  readonly reference: string | null;
  readonly externalRef: string | null;
  readonly preferredMethod: MethodType | null;
  readonly invoicing: Invoicing;
  readonly externalInvoiceNumber: string | null;
}

export interface Initiation {
  readonly ok: true;
  readonly changes: readonly Change[];
  readonly events: readonly EventDraft[];
}

const supplyProblems = (supply: InitiatePayment['supply'], today: string): readonly FieldProblem[] => {
  if (!supply) return [];
  const days = (['from', 'to'] as const).flatMap((end) => {
    const code = supplyDayProblem(supply[end], today);
    return code ? [{ field: `supply.${end}`, code }] : [];
  });
  if (days.length > 0) return days;
  return supply.to < supply.from ? [{ field: 'supply', code: 'ENDS_BEFORE_START' }] : [];
};

const amountProblems = (input: InitiatePayment): readonly FieldProblem[] => {
  const { currency } = input.amountDue;
  const prices = priceProblems(input, currency);
  if (prices.length > 0 || input.lines.length === 0) return prices;
  return equals(priceInvoice(input, currency).gross, input.amountDue)
    ? []
    : [{ field: 'amount', code: 'DIFFERS_FROM_LINES' }];
};

const problems = (input: InitiatePayment, env: Env): readonly FieldProblem[] => {
  const found: FieldProblem[] = [];
  if (input.amountDue.minor <= 0n) found.push({ field: 'amount', code: 'NOT_POSITIVE' });
  const dueOn = dueDayProblem(input.dueOn, env.today);
  if (dueOn) found.push({ field: 'dueOn', code: dueOn });
  if (input.invoicing === 'ISSUE' && input.lines.length === 0)
    found.push({ field: 'lines', code: 'REQUIRED' });
  if (input.invoicing === 'ISSUE' && !input.supply) found.push({ field: 'supply', code: 'REQUIRED' });
  if (input.invoicing === 'EXTERNAL' && !input.externalInvoiceNumber)
    found.push({ field: 'externalInvoiceNumber', code: 'REQUIRED' });
  found.push(...supplyProblems(input.supply, env.today));
  found.push(...amountProblems(input));
  return found;
};

/**
 * Starts a case: step 1 is done with it, step 2 is open, the payment request is on its way. In person nobody has to be
 * asked by mail for what is about to be paid on the counter; the link to pay is there all the same.
 */
export const initiatePayment = (
  definition: WorkflowDefinition,
  organization: Pick<CaseOrganization, 'hasReader' | 'members'> & SkontoHouse,
  input: InitiatePayment,
  ids: { readonly caseId: string; readonly payLinkId: string },
  env: Env,
): Initiation | { readonly ok: false; readonly refusal: Refusal } => {
  const withoutReader = input.channel === 'IN_PERSON' ? refuseWithoutReader(organization) : null;
  if (withoutReader) return { ok: false, refusal: { ...withoutReader, step: 'INITIATE_PAYMENT' } };
  if (input.channel === 'IN_PERSON' && !definition.allowedMethodTypes.includes('CARD'))
    return { ok: false, refusal: { code: 'METHOD_NOT_ALLOWED', step: 'INITIATE_PAYMENT' } };
  if (input.preferredMethod && !definition.allowedMethodTypes.includes(input.preferredMethod))
    return { ok: false, refusal: { code: 'METHOD_NOT_ALLOWED', step: 'INITIATE_PAYMENT' } };
  const fields = [...problems(input, env), ...skontoProblems(organization, definition, input, env.today)];
  if (fields.length > 0) return { ok: false, refusal: { code: 'VALIDATION_FAILED', fields } };
  return { ok: true, changes: firstRuns(input, ids), events: firstEvents(input) };
};

const requestMail = (caseId: string): Change => ({
  type: 'queue-message',
  template: 'payment-request',
  subjectId: caseId,
  to: 'CUSTOMER',
});

const firstRuns = (
  { channel }: InitiatePayment,
  ids: { readonly caseId: string; readonly payLinkId: string },
): readonly Change[] => [
  { type: 'open-step', step: 'INITIATE_PAYMENT', run: 1, origin: null, subject: NO_SUBJECT },
  { type: 'finish-step', step: 'INITIATE_PAYMENT', run: 1, state: 'DONE', reason: null },
  { type: 'open-step', step: 'VERIFY_CUSTOMER_DATA', run: 1, origin: null, subject: NO_SUBJECT },
  ...stepsFrom('SAVE_CUSTOMER_RECORD').map(
    (step): Change => ({ type: 'plan-step', step, run: 1, origin: null }),
  ),
  { type: 'create-link', id: ids.payLinkId, purpose: 'PAY' },
  ...(channel === 'IN_PERSON' ? [] : [requestMail(ids.caseId)]),
  { type: 'publish-status', status: 'REQUESTED' },
];

const firstEvents = (input: InitiatePayment): readonly EventDraft[] => [
  {
    type: 'case.initiated',
    data: { minor: input.amountDue.minor.toString(), currency: input.amountDue.currency },
  },
  { type: 'step.done', data: { step: 'INITIATE_PAYMENT', run: 1 } },
  { type: 'step.opened', data: { step: 'VERIFY_CUSTOMER_DATA', run: 1 } },
];
