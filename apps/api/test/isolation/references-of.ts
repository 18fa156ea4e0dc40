import { encodeId } from '../../src/graphql/ids.ts';
import type { TestApi } from '../create-test-api.ts';
import { queryAll } from '../rows.ts';
import type { TestClient } from '../test-client.ts';
import type { LivedInBusiness } from './a-lived-in-business.ts';

/** The table in which the objects of a kind lie; everything that can stand at a place with an id. */
const TABLES: Readonly<Record<string, string>> = {
  Allocation: 'allocation',
  ApiKey: 'api_key',
  Approval: 'approval',
  Capture: 'capture',
  BankImport: 'bank_import',
  BankTransaction: 'bank_transaction',
  BooksCheck: 'books_check',
  Customer: 'customer',
  Attachment: 'attachment',
  Discrepancy: 'discrepancy',
  Document: 'document',
  Dispute: 'dispute',
  Integration: 'integration',
  Invoice: 'invoice',
  JournalEntry: 'journal_entry',
  LedgerAccount: 'ledger_account',
  Member: 'member',
  Message: 'message',
  OtherReceipt: 'other_receipt',
  Payment: 'payment',
  PaymentAttempt: 'payment_attempt',
  PaymentCase: 'payment_case',
  PaymentLink: 'payment_link',
  PaymentMethod: 'payment_method',
  Payout: 'payout',
  ProviderAccount: 'provider_account',
  Reader: 'reader',
  Refund: 'refund',
  Receipt: 'receipt',
  Task: 'task',
  VatCheck: 'vat_check',
};

const READS_LOG = ['eventAppended', 'latestEvents', 'payPageChanged', 'paymentStatusChanged'];

/** Cursor of the newest entry of each list, taken from the list itself; of the log the first, which every log has. */
const cursorOf = async (client: TestClient, field: string): Promise<string> => {
  if (READS_LOG.includes(field)) return cursorOf(client, 'events');
  const { data, errors } = await client.query(`{ ${field}(first: 1) { edges { cursor } } }`);
  if (!data?.[field].edges[0])
    throw new Error(`${field} has no entry to point to: ${JSON.stringify(errors)}`);
  return data[field].edges[0].cursor;
};

const LISTS = [
  'bankImports',
  'bankTransactions',
  'booksChecks',
  'customers',
  'eventAppended',
  'events',
  'invoices',
  'journalEntries',
  'latestEvents',
  'payPageChanged',
];
const MORE_LISTS = ['paymentCases', 'paymentLinks', 'paymentStatusChanged', 'payments', 'payouts', 'tasks'];

/** What names things of this business: ids by kind, cursors by list, and texts. */
export const referencesOf = async (
  api: TestApi,
  { word, organizationId, owner }: Pick<LivedInBusiness, 'word' | 'organizationId' | 'owner'>,
): Promise<Readonly<Record<string, string>>> => {
  const ids = Object.entries(TABLES).map(async ([kind, table]) => {
    const [row] = await queryAll<{ id: string }>(
      api.database,
      `SELECT id FROM ${table} WHERE organization_id = $1 ORDER BY id DESC LIMIT 1`,
      [organizationId],
    );
    if (!row) throw new Error(`${word} has no ${kind}.`);
    return [kind, encodeId(kind, row.id)] as const;
  });
  const cursors = [...LISTS, ...MORE_LISTS].map(
    async (field) => [`cursor:${field}`, await cursorOf(owner, field)] as const,
  );
  const rows = await queryAll<{ id: string; hash: string; number: string }>(
    api.database,
    `SELECT link.id, encode(link.token_hash, 'hex') AS hash, (SELECT max(number) FROM payment_case WHERE organization_id = $1) AS number
     FROM access_link link WHERE organization_id = $1 ORDER BY link.id LIMIT 1`,
    [organizationId],
  );
  const number = rows[0]?.number ?? '';
  return {
    ...Object.fromEntries([...(await Promise.all(ids)), ...(await Promise.all(cursors))]),
    Organization: encodeId('Organization', organizationId),
    // A token opens its link for whoever has it; what the database keeps of it must open nothing.
    token: rows[0]?.hash ?? '',
    number,
    externalRef: `ext-${word}-2`,
    search: word,
    key: `key-of-${word}`,
  };
};
