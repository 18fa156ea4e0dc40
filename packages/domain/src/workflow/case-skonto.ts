import { type SkontoOffer, type SkontoTerms, skontoLastDay, skontoOffer } from '../invoices/skonto-terms.ts';
import type { Currency } from '../money/currency.ts';
import { transfersToOf } from '../payments/transfers-to.ts';
import { amountCollectable } from './balance.ts';
import { effectiveInvoice } from './claim.ts';
import type { WorkflowDefinition } from './definition.ts';
import type { CaseOrganization, Channel, PaymentCase } from './payment-case.ts';
import type { FieldProblem } from './refusal.ts';

/** A case about to start, as far as its Skonto goes. */
export interface SkontoWish {
  readonly channel: Channel;
  readonly amountDue: { readonly currency: Currency };
  readonly dueOn: string;
  /** Left out: as the business usually grants it. Null: none. */
  readonly skonto?: SkontoTerms | null;
}

export type SkontoHouse = Pick<CaseOrganization, 'skonto' | 'transfersTo' | 'hasProvider'>;

/**
 * Skonto is taken off a transfer to the account of the business alone: a payment over the provider is always asked for in
 * full, and a transfer to the provider would lie there in part for ever (ADR 0022).
 */
const isTransferred = (house: SkontoHouse, definition: WorkflowDefinition, wish: SkontoWish): boolean =>
  definition.allowedMethodTypes.includes('BANK_TRANSFER') &&
  transfersToOf(house, wish.amountDue.currency) === 'OWN_ACCOUNT';

/** Skonto that ends after the due day would promise something for paying late. */
const isInTerm = (terms: SkontoTerms, dueOn: string, today: string): boolean =>
  skontoLastDay(terms, today) <= dueOn;

export const skontoProblems = (
  house: SkontoHouse,
  definition: WorkflowDefinition,
  wish: SkontoWish,
  today: string,
): readonly FieldProblem[] => {
  const { skonto, dueOn } = wish;
  if (!skonto) return [];
  if (!isTransferred(house, definition, wish))
    return [{ field: 'skonto', code: 'SKONTO_NEEDS_OWN_TRANSFERS' }];
  return isInTerm(skonto, dueOn, today) ? [] : [{ field: 'skonto.days', code: 'SKONTO_OUTLASTS_TERM' }];
};

/** The terms of a new case: those named, or what the business usually grants wherever that can be meant. */
export const agreedSkonto = (
  house: SkontoHouse,
  definition: WorkflowDefinition,
  wish: SkontoWish,
  today: string,
): SkontoTerms | null => {
  if (wish.skonto !== undefined) return wish.skonto;
  const usual = house.skonto;
  if (!usual || wish.channel === 'IN_PERSON') return null;
  return isTransferred(house, definition, wish) && isInTerm(usual, wish.dueOn, today) ? usual : null;
};

/** What the case's terms come to now, whether their last day is over or not; null without terms, or without room for them. */
export const skontoOf = (state: PaymentCase): SkontoOffer | null =>
  skontoOffer(state.skonto, {
    from: effectiveInvoice(state)?.issuedOn ?? state.createdOn,
    due: state.amountDue,
    open: amountCollectable(state),
  });

/** The offer that a customer may be told of on this day. */
export const openSkonto = (state: PaymentCase, today: string): SkontoOffer | null => {
  const offer = skontoOf(state);
  return offer && state.state === 'OPEN' && today <= offer.lastDay ? offer : null;
};
