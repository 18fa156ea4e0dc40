import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { BankTransaction } from '@zahlwerk/db/generated/client';
import type { Part } from '@zahlwerk/domain/matching/match-movement';
import { money } from '@zahlwerk/domain/money/money';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import type { Keyed } from '../graphql/idempotency.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { type Transitioned, transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';

export interface Giving {
  readonly actor: Actor;
  readonly idempotency: Keyed['idempotency'];
  readonly cause: string;
}

/** Gives a part of a credit to a case, through the one way in. */
export const giveToCase = (
  workshop: Workshop,
  row: BankTransaction,
  part: Part,
  { actor, idempotency, cause }: Giving,
): Promise<Transitioned> =>
  transition(workshop, {
    organizationId: row.organizationId,
    actor,
    caseId: part.caseId,
    command: {
      name: 'bookCredit',
      input: {
        transactionId: row.id,
        amount: money(part.minor, currencyOf(row.currency)),
        valueOn: dateToDay(row.valueOn),
        payer: row.counterpartyName,
        payerIban: row.counterpartyIban,
        reference: row.remittance || row.structuredReference || row.endToEndId,
        bankReference: row.bankReference,
      },
    },
    expectedVersion: null,
    idempotency,
    cause,
  });
