import { money } from '@zahlwerk/domain/money/money';
import { amountOpen } from '@zahlwerk/domain/workflow/balance';
import type { Resolution } from '@zahlwerk/domain/workflow/resolutions';
import type { RejectionTarget } from '@zahlwerk/domain/workflow/step';
import {
  type Act,
  ask,
  customerOf,
  type Hand,
  linkOf,
  openTaskOf,
  readCase,
  type Scene,
  timeOf,
} from './stage.ts';

const hand = ({ stage }: Scene, by: Hand) => stage.business.members[by];

/** Step 3, stage two: the record as it was saved is confirmed. */
export const confirmRecord =
  (by: Hand = 'CLERK'): Act =>
  async (scene) => {
    const { savedVersion } = await customerOf(scene);
    await ask(scene, hand(scene, by), 'confirmCustomerRecord', { version: savedVersion });
  };

export const claimTask =
  (kind: 'PAYMENT' | 'EXCEPTION', by: Hand = 'CLERK'): Act =>
  async (scene) => {
    const task = await openTaskOf(scene, kind);
    if (task) await ask(scene, hand(scene, by), 'claimTask', { taskId: task.id });
  };

/** A transfer seen on the statement, or a slip of the terminal, over a share of what is open (in percent). */
export const registerReceipt =
  (percent: bigint, kind: 'BANK_TRANSFER' | 'CARD_TERMINAL', by: Hand = 'CLERK'): Act =>
  async (scene) => {
    const state = await readCase(scene);
    const open = amountOpen(state).minor || state.amountDue.minor;
    const { today } = await timeOf(scene.stage);
    await ask(scene, hand(scene, by), 'registerReceipt', {
      amount: money((open * percent) / 100n, state.amountDue.currency),
      valueOn: today,
      kind,
      reference: kind === 'CARD_TERMINAL' ? `Beleg ${state.number.slice(-4)}` : state.number,
      documentId: null,
    });
  };

export const confirmAmount =
  (resolution: Resolution, reason: string | null = null, by: Hand = 'CLERK'): Act =>
  (scene) =>
    ask(scene, hand(scene, by), 'confirmAmount', { paymentId: null, resolution, reason });

export const decideApproval =
  (granted: boolean, reason: string | null = null, by: Hand = 'TEAM_LEAD'): Act =>
  async (scene) => {
    const { approvals } = await readCase(scene);
    const pending = approvals.find(({ state }) => state === 'OPEN');
    if (!pending) throw new Error(`${scene.name}: no approval is pending.`);
    await ask(scene, hand(scene, by), 'decideApproval', { approvalId: pending.id, granted, reason });
  };

export const close =
  (by: Hand = 'TEAM_LEAD'): Act =>
  (scene) =>
    ask(scene, hand(scene, by), 'closePaymentTask', {});

export const reject =
  (backTo: RejectionTarget, reason: string, by: Hand = 'TEAM_LEAD'): Act =>
  (scene) =>
    ask(scene, hand(scene, by), 'rejectPaymentTask', { backTo, reason });

export const cancel =
  (reason: string, by: Hand = 'CLERK'): Act =>
  (scene) =>
    ask(scene, hand(scene, by), 'cancelPaymentCase', { reason });

export const requestData =
  (by: Hand = 'CLERK'): Act =>
  (scene) =>
    ask(scene, hand(scene, by), 'requestCustomerData', { linkId: scene.stage.ports.newId() });

/** The customer follows the link of the data request and gives an address. */
export const answerDataRequest: Act = async (scene) => {
  const link = await linkOf(scene, 'DATA');
  const { customer } = await readCase(scene);
  const data = { ...customer.data, street: 'Werkbankweg 3', postalCode: '50823', city: 'Köln' };
  await ask(scene, { kind: 'CUSTOMER', id: link }, 'submitCustomerData', { data, linkId: link });
};

/** Step 2: what is possibly a duplicate is looked at and accepted. */
export const acceptDiscrepancies =
  (reason: string, by: Hand = 'CLERK'): Act =>
  async (scene) => {
    const { discrepancies } = await readCase(scene);
    const open = discrepancies.filter(({ state }) => state === 'OPEN');
    await ask(scene, hand(scene, by), 'verifyCustomerData', {
      data: null,
      accepted: open.map(({ id }) => ({ discrepancyId: id, reason })),
      answers: [],
      complete: true,
    });
  };

/** Methods are stored at the provider: where there is none, nobody is sent a link that would lead nowhere. */
export const requestMethod =
  (by: Hand = 'CLERK'): Act =>
  async (scene) => {
    const { ports, sandbox } = scene.stage;
    if (sandbox) await ask(scene, hand(scene, by), 'requestPaymentMethodUpdate', { linkId: ports.newId() });
  };
