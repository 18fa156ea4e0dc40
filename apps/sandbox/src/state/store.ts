import type Stripe from 'stripe';
import type { Disk } from './disk.ts';
import { createJournal, type Journal } from './journal.ts';
import type {
  CashAccount,
  Challenge,
  ClockSetting,
  Delivery,
  DueWork,
  IdempotencyRecord,
  Instrument,
  MailKey,
  PayoutItem,
  SentForm,
  SessionPlan,
  StoredBalanceSettings,
  StoredMail,
  StoredWebhookEndpoint,
} from './records.ts';
import { createShelf, type Shelf, type Table } from './shelf.ts';

const createShelves = (journal: Journal) => ({
  customers: createShelf<Stripe.Customer | Stripe.DeletedCustomer>(journal, 'customers'),
  cashAccounts: createShelf<CashAccount>(journal, 'cashAccounts'),
  cashBalanceTransactions: createShelf<Stripe.CustomerCashBalanceTransaction>(
    journal,
    'cashBalanceTransactions',
  ),
  paymentMethods: createShelf<Stripe.PaymentMethod>(journal, 'paymentMethods'),
  instruments: createShelf<Instrument>(journal, 'instruments'),
  paymentIntents: createShelf<Stripe.PaymentIntent>(journal, 'paymentIntents'),
  setupIntents: createShelf<Stripe.SetupIntent>(journal, 'setupIntents'),
  setupAttempts: createShelf<Stripe.SetupAttempt>(journal, 'setupAttempts'),
  mandates: createShelf<Stripe.Mandate>(journal, 'mandates'),
  challenges: createShelf<Challenge>(journal, 'challenges'),
  checkoutSessions: createShelf<Stripe.Checkout.Session>(journal, 'checkoutSessions'),
  sessionPlans: createShelf<SessionPlan>(journal, 'sessionPlans'),
  charges: createShelf<Stripe.Charge>(journal, 'charges'),
  refunds: createShelf<Stripe.Refund>(journal, 'refunds'),
  disputes: createShelf<Stripe.Dispute>(journal, 'disputes'),
  locations: createShelf<Stripe.Terminal.Location>(journal, 'locations'),
  readers: createShelf<Stripe.Terminal.Reader>(journal, 'readers'),
  earlyFraudWarnings: createShelf<Stripe.Radar.EarlyFraudWarning>(journal, 'earlyFraudWarnings'),
  files: createShelf<Stripe.File>(journal, 'files'),
  balanceTransactions: createShelf<Stripe.BalanceTransaction>(journal, 'balanceTransactions'),
  balanceSettings: createShelf<StoredBalanceSettings>(journal, 'balanceSettings'),
  payouts: createShelf<Stripe.Payout>(journal, 'payouts'),
  payoutItems: createShelf<PayoutItem>(journal, 'payoutItems'),
  events: createShelf<Stripe.EventBase>(journal, 'events'),
  webhookEndpoints: createShelf<StoredWebhookEndpoint>(journal, 'webhookEndpoints'),
  deliveries: createShelf<Delivery>(
    journal,
    'deliveries',
    ({ state }) => state === 'pending' || state === 'held',
  ),
  idempotencyRecords: createShelf<IdempotencyRecord>(journal, 'idempotencyRecords'),
  dueWork: createShelf<DueWork>(journal, 'dueWork'),
  sentForms: createShelf<SentForm>(journal, 'sentForms'),
  clock: createShelf<ClockSetting>(journal, 'clock'),
  mails: createShelf<StoredMail>(journal, 'mails'),
  mailKeys: createShelf<MailKey>(journal, 'mailKeys'),
});

export type Shelves = ReturnType<typeof createShelves>;
export type ShelfName = keyof Shelves;
export type Tables = { readonly [K in ShelfName]: Shelves[K] extends Shelf<infer T> ? Table<T> : never };

export interface Store {
  readonly shelves: Shelves;
  /** A number above every one given before, also after a restart. */
  nextSeq(): number;
  tablesOf(account: string): Tables;
  /**
   * Runs one unit of work: everything it writes reaches the disk together. When it throws, everything is undone, unless
   * `keep` says that the error is an answer (a declined card has changed the PaymentIntent).
   */
  work<T>(run: () => T, keep?: (error: unknown) => boolean): T;
  close(): void;
}

export const createStore = (disk: Disk): Store => {
  const rows = disk.load();
  const journal = createJournal(rows.reduce((max, row) => Math.max(max, row.seq), 0) + 1);
  const shelves = createShelves(journal);
  for (const { shelf, id, account, seq, body } of rows) {
    const target = (shelves as Record<string, { restore(id: string, entry: object): void } | undefined>)[
      shelf
    ];
    target?.restore(id, { account, seq, value: Object.freeze(JSON.parse(body)) });
  }

  const views = new Map<string, Tables>();
  const tablesOf = (account: string): Tables => {
    const known = views.get(account);
    if (known) return known;
    const view = Object.fromEntries(
      Object.entries(shelves).map(([name, shelf]) => [name, shelf.of(account)]),
    ) as unknown as Tables;
    views.set(account, view);
    return view;
  };

  const commit = () => {
    const changes = journal.changes();
    if (changes.length > 0) disk.save(changes);
    journal.clear();
  };

  let depth = 0;
  const work = <T>(run: () => T, keep: (error: unknown) => boolean = () => false): T => {
    if (depth > 0) return run();
    depth += 1;
    try {
      const result = run();
      commit();
      return result;
    } catch (error) {
      if (keep(error)) commit();
      else journal.undo();
      throw error;
    } finally {
      depth -= 1;
    }
  };

  return { shelves, nextSeq: () => journal.nextSeq(), tablesOf, work, close: () => disk.close() };
};
