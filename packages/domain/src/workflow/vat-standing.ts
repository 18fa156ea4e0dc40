import { isInRegister, type NameMatch, type VatCheckOutcome } from '../customers/vat-register.ts';
import type { Actor } from './actor.ts';
import type { CustomerCheck } from './customer-checks.ts';
import { decided, type Env, type Outcome } from './decision.ts';
import { DEFAULT_DEFINITION } from './definition.ts';
import { type Acceptance, acceptedIn } from './discrepancies.ts';
import { leads, unblockedBy } from './four-eyes.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';

/** What the register has said of the VAT id in the customer's record, as far as the tax of the case depends on it. */
export interface VatStanding {
  /** The newest answer about this very id; null while there is none. */
  readonly last: VatAnswerSeen | null;
  /** The register is being asked for the first time; later tries keep nobody waiting. */
  readonly isAsked: boolean;
}

export interface VatAnswerSeen {
  readonly outcome: VatCheckOutcome;
  readonly nameMatch: NameMatch | null;
  readonly register: string | null;
  readonly requestNumber: string | null;
  readonly reason: string | null;
  readonly at: Date;
}

export const VAT_CHECK_KEY = 'vat-register';

const DAY_MS = 86_400_000;
/** How long an answer that was none is not asked for again by the same case. */
const SILENCE_MS = 3_600_000;

/** Only towards a business with a valid VAT id are these free of VAT, or taxed at the recipient (§ 6a, § 3a(2) UStG). */
export const dependsOnRegister = ({ invoicing, lines, customer }: PaymentCase): boolean =>
  invoicing === 'ISSUE' &&
  lines.some(({ taxCase }) => taxCase === 'EU_SUPPLY' || taxCase === 'EU_SERVICE_RC') &&
  customer.data.vatId !== null &&
  isInRegister(customer.data.vatId);

/** Asks the register where the case depends on it and no answer is young enough; null where there is nothing to ask. */
export const askWhenStale = (state: PaymentCase, env: Env): Outcome | null => {
  if (!dependsOnRegister(state)) return null;
  const { last = null, isAsked = false } = state.customer.vatStanding ?? {};
  const { vatCheckMaxAgeDays = DEFAULT_DEFINITION.deadlines.vatCheckMaxAgeDays ?? 0 } =
    state.definition.deadlines;
  const mostMs = last?.outcome === 'UNAVAILABLE' ? SILENCE_MS : vatCheckMaxAgeDays * DAY_MS;
  if (isAsked || (last && env.now.getTime() - last.at.getTime() <= mostMs)) return null;
  const id = env.newId();
  return decided(
    [{ type: 'ask-vat-register', id }],
    [
      {
        type: 'customer.vat_check_asked',
        data: { customerId: state.customer.id, vatCheckId: id },
      },
    ],
  );
};

/** The register is being asked, and what it says decides how the case goes on. */
export const awaitsRegister = (state: PaymentCase): boolean =>
  dependsOnRegister(state) && state.customer.vatStanding?.isAsked === true;

const isDoubtful = ({ outcome, nameMatch }: VatAnswerSeen): boolean =>
  outcome === 'NOT_CONFIRMED' || (outcome === 'CONFIRMED' && nameMatch === 'OTHER');

const judged = (last: VatAnswerSeen | null) => {
  if (!last) return { state: 'NOT_CHECKABLE', code: 'NOT_ASKED' } as const;
  if (last.outcome === 'UNAVAILABLE')
    return { state: 'NOT_CHECKABLE', code: last.reason ?? 'UNREADABLE' } as const;
  if (!isDoubtful(last)) return { state: 'PASSED', code: null } as const;
  return { state: 'FAILED', code: last.outcome === 'CONFIRMED' ? 'OTHER_NAME' : 'NOT_CONFIRMED' } as const;
};

/** The register's word as a line of the checklist of step 2, where the case depends on it. */
export const registerChecks = (state: PaymentCase): readonly CustomerCheck[] => {
  if (!dependsOnRegister(state)) return [];
  const last = state.customer.vatStanding?.last ?? null;
  const { state: result, code } = judged(last);
  const detail = [code ?? 'CONFIRMED', last?.requestNumber].filter(Boolean).join(' ');
  const source = last?.register ?? 'VAT_REGISTER';
  return [
    {
      item: { key: VAT_CHECK_KEY, state: result, required: true, code, source, detail },
      found: state.customer.data.vatId,
    },
  ];
};

/** Whether the invoice would be without VAT towards an id that is not the customer's, and nobody has answered for it. */
export const isVatIdDoubted = (state: PaymentCase): boolean => {
  const last = state.customer.vatStanding?.last;
  if (!last || !dependsOnRegister(state) || !isDoubtful(last)) return false;
  return !state.discrepancies.some(
    ({ key, found, resolution }) =>
      key === VAT_CHECK_KEY && found === state.customer.data.vatId && resolution === 'ACCEPT',
  );
};

const isLead = (state: PaymentCase, { id }: Actor): boolean => leads(state).some((lead) => lead.id === id);

const leadRequired = (state: PaymentCase): Refusal => ({
  code: 'VAT_ID_NOT_CONFIRMED',
  detail: state.customer.data.vatId ?? '',
  ...unblockedBy(leads(state)),
});

/** A business that goes without VAT against the word of the register answers for the VAT: a lead decides that. */
export const refuseDoubted = (state: PaymentCase, actor: Actor): Refusal | null =>
  isVatIdDoubted(state) && !isLead(state, actor) ? leadRequired(state) : null;

/** The same, where the discrepancy of step 2 is accepted with a reason. */
export const refuseRegisterAcceptance = (
  state: PaymentCase,
  accepted: readonly Acceptance[],
  actor: Actor,
): Refusal | null =>
  state.discrepancies.some((one) => one.key === VAT_CHECK_KEY && acceptedIn(accepted, one)) &&
  !isLead(state, actor)
    ? leadRequired(state)
    : null;
