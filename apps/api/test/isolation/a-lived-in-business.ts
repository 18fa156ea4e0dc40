import { withTenant } from '@zahlwerk/db/tenant';
import { money } from '@zahlwerk/domain/money/money';
import { type Actor, SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { storeDocument } from '../../src/documents/render-document.ts';
import { encodeId, readId } from '../../src/graphql/ids.ts';
import { workshopOf } from '../../src/workflow/workshop.ts';
import type { Business } from '../a-business.ts';
import { aCredit } from '../a-credit.ts';
import { aDesk, aReservation, aStranger, aSuccess, today } from '../a-desk.ts';
import { aReader } from '../a-reader.ts';
import { call, freshKey } from '../case-call.ts';
import type { TestApi } from '../create-test-api.ts';
import { createTestClient, type TestClient } from '../test-client.ts';
import type { Fill } from './operations.ts';
import { referencesOf } from './references-of.ts';

/** A business in which everything has happened once, all of its texts marked with one word. */
export interface LivedInBusiness {
  readonly word: string;
  readonly organizationId: string;
  readonly owner: TestClient;
  /** A partner's key with every scope that keys may have. */
  readonly partner: TestClient;
  /** What stands at a place of an operation when it is to name something of this business. */
  readonly fill: Fill;
  /** Appends an event to the log of this business. */
  readonly stir: () => Promise<unknown>;
  /** A case, for what is followed live. */
  readonly caseId: string;
}

const idOf = (type: string, answer: { readonly id: string }): string => readId(type, answer.id) ?? '';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** Fills every table by the commands: what has no command yet is put there by hand. */
const live = async (api: TestApi, word: string) => {
  const person = await api.signUp(`${word}@example.org`, `Nora ${word}`);
  const place = { name: `${word} GmbH`, street: `${word}weg 1`, postalCode: '24103', city: `${word}stadt` };
  const bank = { accountHolder: `${word} GmbH`, iban: 'DE89370400440532013000', taxNumber: '20/294/12345' };
  const address = { email: `post@${word}.example`, accountsEmail: `konto@${word}.example` };
  const founded = await call(
    person,
    'createOrganization',
    { ...place, ...bank, ...address },
    'organization { id }',
  );
  const organizationId = idOf('Organization', founded.organization);
  const { data } = await person.query('{ viewer { memberId } }');
  const ownerId = readId('Member', data.viewer.memberId) ?? '';
  const helper = { role: 'TEAM_LEAD', email: `${word}.2@example.org` };
  const { invitation } = await call(person, 'inviteMember', helper, 'invitation { link }');
  const second = await api.signUp(`${word}.2@example.org`, `Otto ${word}`);
  await second.query('mutation ($t: String!) { acceptInvitation(input: { token: $t }) { __typename } }', {
    t: invitation.link.split('/').at(-1),
  });
  await call(person, 'inviteMember', { role: 'CLERK', email: `${word}.3@example.org` });
  const named = { name: `Shop ${word}`, description: `Bei ${word}`, idempotencyKey: `key-of-${word}` };
  const { integration } = await call(person, 'createIntegration', named, 'integration { id }');
  const { data: scopes } = await person.query('{ apiKeyScopes }');
  const key = { integrationId: integration.id, name: `Key ${word}`, scopes: scopes.apiKeyScopes };
  const { secret } = await call(person, 'createApiKey', key, 'secret');
  const link = { titleDe: `Spende ${word}`, minimum: eur('5.00'), maximum: eur('50.00') };
  await call(person, 'createPaymentLink', { link }, 'replayed');
  return { person, organizationId, ownerId, secret };
};

const inTenant = <Result>(
  api: TestApi,
  organizationId: string,
  work: Parameters<typeof withTenant<Result>>[2],
) => withTenant(api.ports.db, organizationId, work);

const connect = (api: TestApi, organizationId: string, word: string) =>
  inTenant(api, organizationId, (tx) =>
    tx.providerAccount.create({
      data: {
        ...{ organizationId, id: api.ports.newId(), provider: 'STRIPE', externalId: `acct_${word}` },
        ...{ liveMode: false, displayName: `Konto ${word}`, createdAt: new Date() },
      },
    }),
  );

const storeMethod = (api: TestApi, organizationId: string, customerId: string, word: string) =>
  inTenant(api, organizationId, async (tx) => {
    const account = await tx.providerAccount.findFirstOrThrow({ where: { organizationId } });
    await tx.paymentMethod.create({
      data: {
        ...{ organizationId, id: api.ports.newId(), customerId, providerAccountId: account.id },
        ...{
          reference: `pm_${word}`,
          type: 'CARD',
          state: 'ACTIVE',
          holder: `Frieda ${word}`,
          last4: '4242',
        },
        ...{ isDefault: true, isFirst: true, createdAt: new Date(), activatedAt: new Date() },
      },
    });
  });

const business = (organizationId: string, ownerId: string): Business => {
  const owner: Actor = { kind: 'MEMBER', id: ownerId };
  return { organizationId, owner, lead: owner, clerk: owner, adviser: owner };
};

/** Cases in every state: unclear, waiting, paid by card and closed, partly paid with a write-off asked for. */
const work = async (
  api: TestApi,
  word: string,
  lived: Awaited<ReturnType<typeof live>>,
  furtherCases: number,
) => {
  const { organizationId, ownerId, person } = lived;
  const desk = aDesk(api.database, workshopOf(api.ports), business(organizationId, ownerId));
  const owner: Actor = { kind: 'MEMBER', id: ownerId };
  const customer = (name: string, deviation = {}) => ({
    data: aStranger({
      familyName: name,
      street: `${word}weg 2`,
      email: `${name}@${word}.example`,
      ...deviation,
    }),
  });
  const claim = (n: number) => ({ reference: `${word}-${n}`, externalRef: `ext-${word}-${n}` });

  const unclear = await desk.start({ ...claim(1), customer: customer(`${word}eins`, { city: null }) });
  await desk.rest(unclear);

  const closed = await desk.waiting({ ...claim(2), customer: customer(`${word}zwei`) });
  const started = await desk.run(closed, { kind: 'CUSTOMER', id: api.ports.newId() }, 'startPayment', {
    methodType: 'CARD',
  });
  const attemptId = started.attempts[0]?.id ?? '';
  const session = { attemptId, sessionRef: `cs_${word}`, sessionUrl: `https://pay.example.org/${word}` };
  await desk.run(closed, SYSTEM, 'attachSession', session);
  await desk.run(closed, SYSTEM, 'applyAttempt', aSuccess(attemptId, 119_00n));
  const { payments } = await desk.run(closed, owner, 'closePaymentTask', {});
  await storeMethod(api, organizationId, started.customer.id, word);

  const abroad = customer(`${word}drei`, { vatId: 'IE6388047V' });
  const asked = await desk.waiting({ ...claim(3), customer: abroad });
  const { id: customerId } = (await desk.read(asked)).customer;
  await call(person, 'checkVatId', { customerId: encodeId('Customer', customerId) });
  await desk.run(asked, owner, 'registerReceipt', { ...desk.receipt(100_00n), reference: `Auszug ${word}` });
  const writeOff = { paymentId: null, resolution: 'WRITE_OFF', reason: `Kulanz ${word}` } as const;
  await desk.run(asked, owner, 'confirmAmount', writeOff);
  const bytes = new TextEncoder().encode(`Inhalt ${word}`);
  const documentId = await inTenant(api, organizationId, (tx) =>
    storeDocument(tx, workshopOf(api.ports), organizationId, {
      name: `${word}.pdf`,
      mediaType: 'application/pdf',
      bytes,
    }),
  );
  const file = {
    documentId,
    name: `Auftrag ${word}`,
    purpose: null,
    signedBy: `Frieda ${word}`,
    signedOn: today(),
    item: null,
  };
  await desk.run(asked, owner, 'addAttachment', file);
  await desk.run(asked, owner, 'requestPaymentMethodUpdate', { linkId: api.ports.newId() });
  await call(
    person,
    'updateOrganization',
    { expectedVersion: 1, payoutMode: 'MANUAL' },
    'organization { id }',
  ).catch(() => {});
  await person.query(
    'mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { __typename } }',
    {
      input: { expectedVersion: 1, payoutMode: 'MANUAL' },
    },
  );
  await call(person, 'proposePayout', {}, 'payout { id }');
  // Money of which some is about to go back would wait for its payout.
  await desk.run(closed, owner, 'requestRefund', {
    paymentId: payments[0]?.id ?? '',
    amount: money(19_00n, 'EUR'),
    effect: 'REDUCE',
    reason: `Mangel ${word}`,
  });
  // A bank asks about the same payment: no money moves, but the case is open again.
  await desk.run(closed, SYSTEM, 'applyDispute', {
    ...{ paymentId: payments[0]?.id ?? '', providerRef: `du_${word}`, reason: 'general', dueBy: null },
    ...{ amount: money(19_00n, 'EUR'), fee: money(0n, 'EUR'), state: 'OPEN', needsResponse: true },
    ...{ isWithdrawn: false, isReinstated: false },
  });
  await call(person, 'setCaptureMode', { capture: 'MANUAL', expectedVersion: 1 });
  await reserve(desk, { ...claim(99), customer: customer(`${word}vier`) });
  for (let further = 0; further < furtherCases; further += 1)
    await desk.start({ ...claim(4 + further), customer: customer(`${word}mehr${further}`) });
  return { desk, caseId: asked };
};

/** A card on which an amount is reserved, and that is being captured. */
const reserve = async (desk: ReturnType<typeof aDesk>, claim: Parameters<typeof desk.start>[0]) => {
  const caseId = await desk.waiting(claim);
  const customer: Actor = { kind: 'CUSTOMER', id: null };
  const { attempts } = await desk.run(caseId, customer, 'startPayment', { methodType: 'CARD' });
  await desk.run(caseId, SYSTEM, 'applyAttempt', aReservation(attempts[0]?.id ?? ''));
};

/**
 * Founds a business and lives in it until there is something of every kind. Further cases give it numbers that a
 * business without them does not have.
 */
export const aLivedInBusiness = async (
  api: TestApi,
  word: string,
  furtherCases = 0,
): Promise<LivedInBusiness> => {
  const lived = await live(api, word);
  await connect(api, lived.organizationId, word);
  await aReader(api.database.app, lived.organizationId, `Tresen ${word}`);
  await call(lived.person, 'checkBooks', {});
  const { transactionId } = await aCredit(
    api.database.app,
    lived.organizationId,
    47_11n,
    `Überweisung ${word}`,
  );
  const interest = { account: 'INTEREST_INCOME', amount: eur('0.11'), reason: `Zinsen ${word}` };
  const credit = encodeId('BankTransaction', transactionId);
  await call(lived.person, 'bookOtherReceipt', { transactionId: credit, ...interest });
  const { desk, caseId } = await work(api, word, lived, furtherCases);
  const named = { word, organizationId: lived.organizationId, owner: lived.person };
  const known = await referencesOf(api, named);
  const organization = { 'x-organization': encodeId('Organization', lived.organizationId) };
  return {
    ...named,
    partner: createTestClient(api.url, { authorization: `Bearer ${lived.secret}`, ...organization }),
    fill: (reference) => {
      if (reference === 'fresh key') return freshKey();
      const found = known[reference];
      if (!found) throw new Error(`What of ${word} is a ${reference}?`);
      return found;
    },
    stir: () => desk.run(caseId, SYSTEM, 'requestPaymentMethodUpdate', { linkId: api.ports.newId() }),
    caseId: encodeId('PaymentCase', caseId),
  };
};
