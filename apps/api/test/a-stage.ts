import { withTenant } from '@zahlwerk/db/tenant';
import type { BookCredit } from '@zahlwerk/domain/payments/book-credit';
import type { Actor, Role } from '@zahlwerk/domain/workflow/actor';
import type { WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import type { Step } from '@zahlwerk/domain/workflow/step';
import { storeDocument } from '../src/documents/render-document.ts';
import { workshopOf } from '../src/workflow/workshop.ts';
import { aBusiness, type Business } from './a-business.ts';
import { aCredit } from './a-credit.ts';
import { aDesk } from './a-desk.ts';
import { aReader } from './a-reader.ts';
import { BY_HAND, caseAt } from './by-hand.ts';
import { createTestApi, type TestApi, type TestApiOptions } from './create-test-api.ts';

/** One business on the stage: its desk, and ways to bring something about without going over HTTP. */
export interface Cast {
  readonly business: Business;
  readonly desk: ReturnType<typeof aDesk>;
  /** A case of 119.00 EUR at this step, done by hand by the clerk. */
  readonly at: (step: Step) => Promise<string>;
  /** The business's account at the provider. */
  readonly accountId: () => Promise<string>;
  /** A card reader of that account. */
  readonly reader: () => Promise<string>;
  /** A credit of this amount that a bank statement has told of. */
  readonly credit: (minor: bigint) => Promise<BookCredit>;
  /** A file that was uploaded before. */
  readonly document: () => Promise<string>;
}

export interface Stage extends TestApi {
  /** The business whose members can sign in. */
  readonly own: Cast;
  /** Another business in the same database, with cases of its own. */
  readonly foreign: Cast;
}

const castOf = (api: TestApi, business: Business): Cast => {
  const { organizationId, clerk } = business;
  const workshop = workshopOf(api.ports);
  const desk = aDesk(api.database, workshop, business);
  return {
    business,
    desk,
    at: (step) => caseAt(desk, clerk, step),
    accountId: () =>
      withTenant(api.database.app, organizationId, async (tx) => {
        const account = await tx.providerAccount.findFirstOrThrow({ where: { organizationId } });
        return account.id;
      }),
    credit: (minor) => aCredit(api.database.app, organizationId, minor),
    reader: () => aReader(api.database.app, organizationId),
    document: () =>
      withTenant(api.database.app, organizationId, (tx) =>
        storeDocument(tx, workshop, organizationId, {
          name: 'auftrag.pdf',
          mediaType: 'application/pdf',
          bytes: new TextEncoder().encode(workshop.newId()),
        }),
      ),
  };
};

/** Puts a version of the workflow in force in which nothing runs by itself. */
const doByHand = ({ ports, organizationId }: TestApi, definition: WorkflowDefinition): Promise<unknown> =>
  withTenant(ports.db, organizationId, async (tx) => {
    const now = new Date();
    await tx.workflowVersion.updateMany({
      where: { organizationId, state: 'ACTIVE' },
      data: { state: 'RETIRED', retiredAt: now },
    });
    await tx.workflowVersion.create({
      data: {
        organizationId,
        id: ports.newId(),
        number: 2,
        state: 'ACTIVE',
        definition: structuredClone(definition) as object,
        createdByKind: 'SYSTEM',
        createdAt: now,
        activatedByKind: 'SYSTEM',
        activatedAt: now,
      },
    });
  });

/** An account at a provider that nobody asks anything of. */
const nameProvider = ({ ports, organizationId }: TestApi): Promise<unknown> =>
  withTenant(ports.db, organizationId, (tx) =>
    tx.providerAccount.create({
      data: {
        organizationId,
        id: ports.newId(),
        provider: 'STRIPE',
        externalId: `acct_${organizationId.slice(-12)}`,
        liveMode: false,
        displayName: 'Stripe',
        createdAt: new Date(),
      },
    }),
  );

export interface StageOptions extends TestApiOptions {
  /** The workflow of the own business; everything by hand unless told otherwise. */
  readonly definition?: WorkflowDefinition;
}

/** A real API without workers and two businesses in which everything is done by hand: nothing happens unasked. */
export const aStage = async ({ definition = BY_HAND, ...options }: StageOptions = {}): Promise<Stage> => {
  const api = await createTestApi(options);
  await doByHand(api, definition);
  await nameProvider(api);
  const member = (role: Role): Actor => ({ kind: 'MEMBER', id: api.memberIds[role] });
  const own: Business = {
    organizationId: api.organizationId,
    owner: member('OWNER'),
    lead: member('TEAM_LEAD'),
    clerk: member('CLERK'),
    adviser: member('ADVISER'),
  };
  const foreign = await aBusiness(api.database, { definition: BY_HAND });
  return { ...api, own: castOf(api, own), foreign: castOf(api, foreign) };
};
