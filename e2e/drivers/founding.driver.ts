import type { Page } from 'playwright-core';
import { PEOPLE, type Role } from '../people.ts';
import type { Stage } from '../stage.ts';
import { type Ask, askBySession, command } from './api.driver.ts';

/** A business that is there before the story begins, and nobody else's. */
export interface Desk {
  readonly owner: Page;
  /** Asks as the owner. */
  readonly ask: Ask;
  /** "nora@zahlung-erfassen.example": an address of this story alone. */
  readonly addressOf: (name: string) => string;
  /** Key at the payment provider: an account of its own. */
  readonly providerKey: string;
}

/** Founds a business over the API, as the panel would: the owner is signed in, cards can be taken. */
export const foundDesk = async (
  stage: Stage,
  slug: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<Desk> => {
  const owner = await stage.enterAs('OWNER');
  const providerKey = `sk_test_${slug.replaceAll('-', '')}`;
  const ask = await workFor(
    owner,
    await command(
      askBySession(owner),
      'createOrganization',
      { ...BUSINESS, ...details },
      'organization { id }',
    ),
  );
  const account = { provider: 'STRIPE', secretKey: providerKey };
  await command(ask, 'connectProvider', account, 'providerAccount { id }');
  return { owner, ask, providerKey, addressOf: (name) => `${name}@${slug}.example` };
};

/** Somebody of the house is invited, accepts, and has a browser of their own. */
export const joinDesk = async (stage: Stage, { ask }: Desk, role: Exclude<Role, 'OWNER'>): Promise<Page> => {
  const { invitation } = await command<{ invitation: { link: string } }>(
    ask,
    'inviteMember',
    { email: PEOPLE[role].email, role },
    'invitation { link }',
  );
  const page = await stage.enterAs(role);
  // It takes no key: it can be accepted once anyway.
  const acceptance = { token: invitation.link.split('/').at(-1), idempotencyKey: undefined };
  await workFor(
    page,
    await command(askBySession(page), 'acceptInvitation', acceptance, 'organization { id }'),
  );
  return page;
};

/** The same people found many businesses, some at the same time: each of their browsers stays with one of them. */
const workFor = async (page: Page, { organization }: { organization: { id: string } }): Promise<Ask> => {
  await page
    .context()
    .addInitScript(`sessionStorage.setItem('zahlwerk.organization', ${JSON.stringify(organization.id)})`);
  return askBySession(page, organization.id);
};

const BUSINESS = {
  name: 'Meisterbetrieb Krüger',
  street: 'Lindenweg 4',
  postalCode: '04109',
  city: 'Leipzig',
  taxNumber: '231/123/45678',
  iban: 'DE02120300000000202051',
  accountHolder: 'Meisterbetrieb Krüger',
  email: 'werkstatt@krueger.example',
  accountsEmail: 'buchhaltung@krueger.example',
};
