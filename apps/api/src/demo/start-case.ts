import { withTenant } from '@zahlwerk/db/tenant';
import { priceInvoice } from '@zahlwerk/domain/invoices/invoice-lines';
import type { InitiatePayment } from '@zahlwerk/domain/workflow/steps/initiate-payment';
import { initiate } from '../workflow/initiate.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { keyOf } from './business.ts';
import type { DemoCase } from './cases.ts';
import { CUSTOMERS } from './customers.ts';
import { linesOf } from './goods.ts';
import { chance } from './moments.ts';
import { type Stage, timeOf } from './stage.ts';

export interface StartingCase {
  readonly caseName: string;
  readonly demoCase: DemoCase;
  readonly dueOn: string;
  /** The first case of the same customer, when there has been one. */
  readonly firstCaseId: string | undefined;
}

/** Mostly the clerk starts a case, sometimes the team lead or the owner. */
const starterOf = (caseName: string): 'CLERK' | 'TEAM_LEAD' | 'OWNER' => {
  const share = chance(`${caseName}:starter`);
  return share < 0.7 ? 'CLERK' : share < 0.9 ? 'TEAM_LEAD' : 'OWNER';
};

/** The workshop names net prices and gives no discounts. */
const AS_THEY_ARE = { discount: null, taxBehavior: 'EXCLUSIVE' } as const;

/** An order number as the workshop writes it. */
const orderOf = (caseName: string): string => `A-${4_000 + Math.floor(chance(`${caseName}:order`) * 5_000)}`;

const customerOf = async (
  { ports, business: { organizationId } }: Stage,
  { demoCase, firstCaseId }: StartingCase,
): Promise<InitiatePayment['customer']> => {
  if (!firstCaseId) return { data: CUSTOMERS[demoCase.customer] };
  const first = await withTenant(ports.db, organizationId, (tx) =>
    tx.paymentCase.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id: firstCaseId } } }),
  );
  return { id: first.customerId };
};

/** Starts a case of the story and returns its id; called again it is the same case. */
export const startCase = async (stage: Stage, starting: StartingCase): Promise<string> => {
  const { business, ports } = stage;
  const { caseName, demoCase, dueOn } = starting;
  const lines = linesOf(demoCase.slip, CUSTOMERS[demoCase.customer].language);
  const { today } = await timeOf(stage);
  const { caseId } = await initiate(workshopOf(ports), {
    organizationId: business.organizationId,
    actor: business.members[starterOf(caseName)],
    idempotency: keyOf(caseName),
    metadata: null,
    input: {
      // Without the stand-in there is no reader to stand before.
      channel: stage.sandbox ? demoCase.channel : 'ONLINE',
      customer: await customerOf(stage, starting),
      amountDue: priceInvoice({ lines, ...AS_THEY_ARE }, 'EUR').gross,
      lines,
      ...AS_THEY_ARE,
      supply: { from: today, to: today },
      dueOn,
      reference: orderOf(caseName),
      externalRef: null,
      preferredMethod: null,
      invoicing: demoCase.invoicing,
      externalInvoiceNumber: demoCase.invoicing === 'EXTERNAL' ? `R-${orderOf(caseName).slice(2)}` : null,
    },
  });
  return caseId;
};
