import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { DEFAULT_DEFINITION, type WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import { STEPS, type Step } from '@zahlwerk/domain/workflow/step';
import type { aDesk } from './a-desk.ts';

/** Everything is done by hand, so that each command finds its step open, and cards are only reserved. */
export const BY_HAND: WorkflowDefinition = {
  ...DEFAULT_DEFINITION,
  capture: 'MANUAL',
  policies: Object.fromEntries(STEPS.map((step) => [step, 'MANUAL'])) as WorkflowDefinition['policies'],
};

export const NOTHING_TO_CORRECT = { data: null, accepted: [], answers: [], complete: true } as const;
export const EXACT = { paymentId: null, resolution: 'EXACT', reason: null } as const;

/** A case of 119.00 EUR that one member has brought by hand up to (not including) the named step. */
export const caseAt = async (desk: ReturnType<typeof aDesk>, actor: Actor, step: Step): Promise<string> => {
  const caseId = await desk.start();
  await desk.rest(caseId);
  const commands: readonly (() => Promise<unknown>)[] = [
    () => desk.run(caseId, actor, 'verifyCustomerData', NOTHING_TO_CORRECT),
    async () => {
      const { data } = (await desk.read(caseId)).customer;
      await desk.run(caseId, actor, 'saveCustomerRecord', { data });
      await desk.run(caseId, actor, 'confirmCustomerRecord', { version: 1 });
    },
    () => desk.run(caseId, actor, 'skipPaymentMethodUpdate', { reason: 'Überweisung' }),
    () => desk.run(caseId, actor, 'createPaymentTask', { assigneeId: null, dueOn: null, priority: 'NORMAL' }),
    async () => {
      await desk.run(caseId, actor, 'registerReceipt', desk.receipt(119_00n));
      await desk.run(caseId, actor, 'confirmAmount', EXACT);
    },
    () => desk.run(caseId, actor, 'recordPayment', {}),
    () => desk.run(caseId, actor, 'updatePaymentStatus', {}),
    () => desk.run(caseId, actor, 'notifyCustomer', {}),
  ];
  for (const command of commands.slice(0, STEPS.indexOf(step) - 1)) await command();
  return caseId;
};
