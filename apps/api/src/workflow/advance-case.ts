import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { CaseRefused, StepRefused, ValidationFailed } from '../graphql/errors.ts';
import { transition } from './transition.ts';
import type { Workshop } from './workshop.ts';

/** More turns than a case has steps and runs to go through at once; beyond it something goes in circles. */
const MOST_TURNS = 100;

/** Runs a case as far as it is clean: one transaction per automatic step, all in one job (rule 8). */
export const advanceCase = async (
  workshop: Workshop,
  organizationId: string,
  caseId: string,
): Promise<void> => {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const { restless } = await takeTurn(workshop, organizationId, caseId);
    if (!restless) return;
  }
  throw new Error(`Case ${caseId} did not come to rest within ${MOST_TURNS} turns.`);
};

const REFUSALS = [StepRefused, CaseRefused, ValidationFailed];

/** A refusal means that somebody else was faster; the case is looked at again when it changes next. */
const takeTurn = async (
  workshop: Workshop,
  organizationId: string,
  caseId: string,
): Promise<{ restless: boolean }> => {
  try {
    return await transition(workshop, {
      organizationId,
      actor: SYSTEM,
      caseId,
      command: { name: 'advance', input: {} },
      expectedVersion: null,
      idempotency: null,
      cause: 'advance-case',
    });
  } catch (error) {
    if (REFUSALS.some((refusal) => error instanceof refusal)) return { restless: false };
    throw error;
  }
};
