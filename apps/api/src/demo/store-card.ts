import { customerName } from '@zahlwerk/domain/customers/customer-data';
import { applySetup } from '../customers/apply-setup.ts';
import { copyCustomer } from '../customers/sync-customer.ts';
import { createSetup } from '../stripe/customers.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { type Act, accountAt, linkOf, noteDone, readCase } from './stage.ts';

/** The customer follows the link to the provider's page and stores a card that is good until a month (`MM/YY`). */
export const storeCard =
  (expiry: string): Act =>
  async (scene) => {
    const { stage, caseId, name } = scene;
    const { ports, business, sandbox } = stage;
    if (!sandbox) return noteDone(stage, name);
    const { organizationId } = business;
    const linkId = await linkOf(scene, 'METHOD');
    const { customer } = await readCase(scene);
    const customerRef = await copyCustomer(workshopOf(ports), ports.stripe, organizationId, customer.id);
    const account = await accountAt(stage);
    const { stripe } = await ports.stripe.open(organizationId, account.id);
    if (!customerRef) throw new Error(`${name}: the provider does not know the customer.`);
    const { id, url } = await createSetup(stripe, {
      customerRef,
      linkId,
      metadata: { organizationId, caseId, customerId: customer.id, linkId },
      methodTypes: ['card', 'sepa_debit'],
      locale: customer.data.language,
      returnUrl: `${ports.publicUrl}/method/${ports.links.tokenOf(linkId)}`,
    });
    if (!url) throw new Error(`${name}: the provider opened no page.`);
    const form = { method: 'card', number: '4242424242424242', expiry, cvc: '123' };
    await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ ...form, name: customerName(customer.data) }),
      redirect: 'manual',
    });
    const checkout = await stripe.checkout.sessions.retrieve(id);
    if (checkout.status !== 'complete') throw new Error(`${name}: the card was not stored.`);
    const origin = { organizationId, providerAccountId: account.id, cause: name };
    await applySetup(workshopOf(ports), ports.stripe, origin, checkout);
    await noteDone(stage, name);
  };
