import { withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { CommandInputs, CommandName } from '@zahlwerk/domain/workflow/decide';
import type { Ports } from '../ports.ts';
import { type CaptureOrder, captureIntent, captureRefusal, isHeld } from '../stripe/capture.ts';
import { transition } from '../workflow/transition.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { applyIntent } from './apply-intent.ts';

interface Sending extends CaptureOrder {
  readonly organizationId: string;
  readonly caseId: string;
  readonly providerAccountId: string;
}

/** The capture as it was recorded; null once the provider has brought its money, or will never. */
const readOrder = ({ db }: Ports, organizationId: string, captureId: string): Promise<Sending | null> =>
  withTenant(db, organizationId, async (tx) => {
    const { state, caseId, amountMinor, attempt } = await tx.capture.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: captureId } },
      include: { attempt: true },
    });
    const { providerRef: intentId, providerAccountId } = attempt;
    const isOver = state === 'SUCCEEDED' || state === 'FAILED';
    if (isOver || !intentId) return null;
    return { organizationId, captureId, caseId, providerAccountId, intentId, minor: amountMinor };
  });

const CAUSE = 'send-capture';

const tell = <Name extends CommandName>(
  ports: Ports,
  { organizationId, caseId }: Sending,
  name: Name,
  input: CommandInputs[Name],
) =>
  transition(workshopOf(ports), {
    organizationId,
    actor: SYSTEM,
    caseId,
    command: { name, input },
    expectedVersion: null,
    idempotency: null,
    cause: CAUSE,
  });

/**
 * Sends a recorded capture, or finds out what became of one that was sent. That it is being sent is written first; a lost
 * answer is UNKNOWN until the provider has been asked. What an intent holds can be captured once, so that asking for it
 * again takes nothing twice.
 */
export const sendCapture = async (ports: Ports, organizationId: string, captureId: string): Promise<void> => {
  const order = await readOrder(ports, organizationId, captureId);
  if (!order) return;
  const { stripe } = await ports.stripe.open(organizationId, order.providerAccountId);
  await tell(ports, order, 'sendCapture', { captureId });
  const learn = () => applyIntent(workshopOf(ports), ports.stripe, { ...order, cause: CAUSE });
  try {
    await captureIntent(stripe, order);
    await learn();
  } catch (error) {
    const failure = captureRefusal(error);
    if (failure === null) {
      await tell(ports, order, 'reportCapture', { captureId, failure });
      throw error;
    }
    // Captured or ended past this desk: how the intent stands says more than the refusal.
    await learn();
    if (await isHeld(stripe, order)) await tell(ports, order, 'reportCapture', { captureId, failure });
  }
};
