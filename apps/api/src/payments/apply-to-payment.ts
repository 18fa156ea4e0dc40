import { withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { Command } from '@zahlwerk/domain/workflow/decide';
import { CaseRefused } from '../graphql/errors.ts';
import { transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';
import type { Applied } from './apply-intent.ts';
import { findPayment, type OfCharge, type Origin } from './find-payment.ts';

/** Refusals that mean that the provider's word does not fit what is recorded: it is set aside, with a task. */
const CONTRADICTIONS: ReadonlySet<string> = new Set(['AMOUNT_DIFFERS', 'DISPUTE_DECIDED']);

/** Applies what the provider says about something that has happened to a charge, to the case of its payment. */
export const applyToPayment = async (
  workshop: Workshop,
  origin: Origin,
  object: OfCharge,
  commandFor: (paymentId: string) => Extract<Command, { name: 'applyRefund' | 'applyDispute' }>,
): Promise<Applied> => {
  const { organizationId, cause } = origin;
  const found = await withTenant(workshop.database, organizationId, (tx) => findPayment(tx, origin, object));
  if (!found) return 'NOT_OURS';
  try {
    await transition(workshop, {
      organizationId,
      actor: SYSTEM,
      caseId: found.caseId,
      command: commandFor(found.paymentId),
      expectedVersion: null,
      idempotency: null,
      cause,
    });
    return 'APPLIED';
  } catch (error) {
    if (error instanceof CaseRefused && CONTRADICTIONS.has(error.code)) return 'CONTRADICTS';
    throw error;
  }
};
