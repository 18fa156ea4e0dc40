import { addDays } from '@zahlwerk/domain/workflow/calendar';
import type { ConnectedDesk } from './a-connected-desk.ts';
import { aStranger, today } from './a-desk.ts';
import { CARDS, enterCard } from './on-the-hosted-page.ts';

/** A case of 119.00 EUR that its customer has paid by card and that the team lead has signed off: its money is released. */
export const aClosedCase = async ({
  desk,
  business,
  openCheckout,
  settle,
}: Pick<ConnectedDesk, 'desk' | 'business' | 'openCheckout' | 'settle'>): Promise<string> => {
  const data = aStranger();
  const dueOn = addDays(today(), 90);
  const caseId = await desk.waiting({ customer: { data }, dueOn });
  await enterCard(await openCheckout(caseId), CARDS.good, `${data.givenName} ${data.familyName}`);
  await settle();
  await desk.ask(caseId, business.lead, 'closePaymentTask', {});
  await settle();
  return caseId;
};
