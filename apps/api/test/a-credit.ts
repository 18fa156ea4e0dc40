import { createHash } from 'node:crypto';
import type { Database } from '@zahlwerk/db/client';
import { appendEvents } from '@zahlwerk/db/events';
import { withTenant } from '@zahlwerk/db/tenant';
import { money } from '@zahlwerk/domain/money/money';
import type { BookCredit } from '@zahlwerk/domain/payments/book-credit';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { v7 as newId } from 'uuid';
import { postCredits } from '../src/bank/post-credits.ts';
import { today } from './a-desk.ts';

/** A credit that a bank statement has told of, and what a case is asked with it. */
export const aCredit = (
  database: Database,
  organizationId: string,
  minor: bigint,
  text = 'Rechnung',
): Promise<BookCredit> =>
  withTenant(database, organizationId, async (tx) => {
    const now = new Date();
    const ids = { document: newId(), bankImport: newId(), statement: newId(), transaction: newId() };
    const bytes = new TextEncoder().encode(ids.document);
    await tx.document.create({
      data: {
        ...{ organizationId, id: ids.document, bytes, size: bytes.length, name: `${text}.xml` },
        ...{ mediaType: 'application/xml', createdByKind: 'SYSTEM', createdAt: now },
        sha256: new Uint8Array(createHash('sha256').update(bytes).digest()),
      },
    });
    await tx.bankImport.create({
      data: {
        ...{ organizationId, id: ids.bankImport, documentId: ids.document, state: 'DONE' },
        ...{ createdByKind: SYSTEM.kind, createdAt: now, finishedAt: now },
      },
    });
    await tx.bankStatement.create({
      data: {
        ...{ organizationId, id: ids.statement, importId: ids.bankImport, kind: 'STATEMENT' },
        iban: 'DE89370400440532013000',
      },
    });
    const credit = { id: ids.transaction, currency: 'EUR', amountMinor: minor };
    await tx.bankTransaction.create({
      data: {
        ...{ organizationId, ...credit, statementId: ids.statement, identity: ids.transaction },
        ...{ direction: 'CREDIT', bookedOn: now, valueOn: now, remittance: text, details: {} },
        ...{ counterpartyName: text, isReversal: false, addsUp: true, createdAt: now },
      },
    });
    const told = { stream: 'bank-import', streamId: ids.bankImport, type: 'bank.imported', at: now } as const;
    const data = { bankImportId: ids.bankImport, state: 'DONE' };
    await appendEvents(tx, organizationId, [{ ...told, actor: SYSTEM, data }]);
    const storing = { tx, organizationId, importId: ids.bankImport, iban: '', newId, now, today: today() };
    await postCredits(storing, [credit]);
    return {
      transactionId: ids.transaction,
      amount: money(minor, 'EUR'),
      valueOn: today(),
      payer: 'Frieda Lorenzen',
      payerIban: null,
      reference: text,
      bankReference: null,
    };
  });
