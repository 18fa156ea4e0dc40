import { withTenant } from '@zahlwerk/db/tenant';
import { startReaderPayment } from '../payments/start-reader-payment.ts';
import { registerReader } from '../readers/register-reader.ts';
import { awaitedAtReader, lookAtReader } from '../stripe/reader-payment.ts';
import { confirmAmount, registerReceipt } from './acts.ts';
import { keyOf } from './business.ts';
import type { StageAct } from './provider-account.ts';
import { applyAnswer } from './provider-acts.ts';
import { type Act, accountAt, noteDone, type Scene, type Stage } from './stage.ts';

/** Cards for simulated readers (docs.stripe.com/terminal/references/testing). */
export const CARD_AT_READER = { withPin: '4001000360000005', withoutFunds: '4000000000009995' } as const;

/** The owner registers the reader that stands on the counter. */
export const registerCounter: StageAct = async ({ ports, business }, name) => {
  const { organizationId, members } = business;
  const asking = { organizationId, actor: members.OWNER, idempotency: keyOf(name) };
  const said = { registrationCode: 'simulated-s700', label: 'Tresen' };
  await registerReader({ ports, reads: { end: async () => {} } }, { ...asking, said });
};

const counterOf = ({ ports, business: { organizationId } }: Stage) =>
  withTenant(ports.db, organizationId, (tx) =>
    tx.reader.findFirstOrThrow({ where: { organizationId, removedAt: null } }),
  );

/** Where no provider is connected the slip of the terminal is registered by hand, and a declined card leaves none. */
const payBySlip = async (scene: Scene, number: string): Promise<void> => {
  if (number === CARD_AT_READER.withoutFunds) return;
  await registerReceipt(100n, 'CARD_TERMINAL')({ ...scene, name: `${scene.name}:receipt` });
  await confirmAmount('EXACT')({ ...scene, name: `${scene.name}:confirmed` });
};

const payWithCard = async ({ stage, caseId, name }: Scene, number: string): Promise<void> => {
  const { organizationId, members } = stage.business;
  const counter = await counterOf(stage);
  await startReaderPayment(stage.ports, {
    ...{ organizationId, caseId, actor: members.CLERK, readerId: counter.id },
    ...{ expectedVersion: null, idempotency: keyOf(`${name}:start`) },
  });
  const { stripe } = await stage.ports.stripe.open(organizationId, (await accountAt(stage)).id);
  const reader = await lookAtReader(stripe, counter.providerRef);
  const intentId = reader && awaitedAtReader(reader);
  // An interrupted story may have had the card already.
  if (intentId)
    await stripe.testHelpers.terminal.readers.presentPaymentMethod(counter.providerRef, {
      type: 'card_present',
      card_present: { number },
    });
};

/** The clerk collects at the reader, and the customer holds a card to it. */
export const payAtReader =
  (number: string): Act =>
  async (scene) => {
    if (scene.stage.sandbox) {
      await payWithCard(scene, number);
      await applyAnswer(scene);
    } else await payBySlip(scene, number);
    await noteDone(scene.stage, scene.name);
  };
