import type { Channel, Invoicing } from '@zahlwerk/domain/workflow/payment-case';
import type { CustomerName } from './customers.ts';
import type { Slip } from './goods.ts';
import {
  atReader,
  atReaderAtSecondTry,
  atTerminal,
  authenticating,
  byCard,
  byDebit,
  byTransfer,
  canceled,
  cardAtSecondTry,
  checkedAgain,
  debitFails,
  debitUnderWay,
  declined,
  discrepancyAccepted,
  doubtfulCard,
  halfPaid,
  inTwoParts,
  lookingAtCheckout,
  overpaid,
  renewingCard,
  type Story,
  sentBack,
  stopNoticed,
  storingCard,
  thenClosed,
  thenPaidAgain,
  toldWhatIsMissing,
  waiting,
  waitingClaimed,
  withoutFunds,
  writeOffGranted,
  writeOffPending,
  writeOffRefused,
} from './stories.ts';

/** One case of the demo: who owes what for which order since when, and what happens then. */
export interface DemoCase {
  /** Days before today on which it starts, as a negative number; 0 is today. */
  readonly start: number;
  readonly customer: CustomerName;
  readonly slip: Slip;
  readonly story: Story;
  /** Days until it is due. */
  readonly term: number;
  readonly invoicing: Invoicing;
  readonly channel: Channel;
  /** A first-time customer's record stays unconfirmed: the case stops at step 2 or 3. */
  readonly stops: boolean;
  /** It is part of the short version that tests play. */
  readonly inShort: boolean;
}

/** Months of expiry for cards that are stored in the story, as `MM/YY`. */
export interface Expiries {
  readonly ofToday: string;
  readonly ofAMonthAgo: string;
  readonly farAway: string;
  /** Days from today to a day after the current month. */
  readonly daysToNextMonth: number;
}

type More = Partial<Pick<DemoCase, 'term' | 'invoicing' | 'channel' | 'stops' | 'inShort'>>;

const TERM_DAYS = 14;
const SHORT = { inShort: true } as const;
const STOPS = { stops: true } as const;
/** Due when Monday comes, if it begins on a weekend. */
const ON_COUNTER = { channel: 'IN_PERSON', term: 2 } as const;

const on = (
  start: number,
  customer: CustomerName,
  slip: Slip,
  story: Story,
  { term = TERM_DAYS, invoicing = 'ISSUE', channel = 'ONLINE', stops = false, inShort = false }: More = {},
): DemoCase => ({ start, customer, slip, story, term, invoicing, channel, stops, inShort });

/** The day on which the business connects its payment provider, and starts to take cards and debits. */
export const ONLINE_SINCE = -44;

/** Seven weeks in which customers pay by transfer or at the terminal. */
const transfers = (): readonly DemoCase[] => [
  on(-90, 'kirsch', 'table 1, delivery 1', thenClosed(byTransfer(9))),
  on(-89, 'halbmond', 'chair 12, work 3', thenClosed(byTransfer(13), 'OWNER')),
  on(-88, 'hollmann', 'repair 1', thenClosed(atTerminal(2))),
  on(-87, 'seitenweise', 'shelf 2, delivery 1', thenClosed(byTransfer(11))),
  on(-86, 'wegener', 'secretaire 1', thenClosed(byTransfer(12))),
  on(-84, 'althoff', 'desk 1, delivery 1', thenClosed(inTwoParts(5, 19))),
  on(-83, 'rheinblick', 'chair 24, work 6', thenClosed(byTransfer(20), 'OWNER'), {
    invoicing: 'EXTERNAL',
    term: 30,
  }),
  on(-82, 'demir', 'stool 2, board 1', thenClosed(atTerminal(1))),
  on(-80, 'nowak', 'firewood 2, kindling 5', thenClosed(byTransfer(6))),
  on(-79, 'whitfield', 'bench 1', thenClosed(byTransfer(10))),
  on(-77, 'brinkmann', 'shelf 3, wardrobe 1, delivery 1', thenClosed(byTransfer(14))),
  on(-76, 'janssen', 'bed 1, delivery 1', canceled(4, 'Auftrag vor Beginn zurückgezogen'), SHORT),
  on(-74, 'pohl', 'chest 1', thenClosed(byTransfer(15))),
  on(-73, 'sonnenhuegel', 'bench 4, delivery 1', thenClosed(writeOffGranted(12), 'OWNER'), SHORT),
  on(-70, 'weiss', 'sanding 1, work 2', thenClosed(atTerminal(3))),
  on(-69, 'okafor', 'counter 1, delivery 1', thenClosed(byTransfer(13))),
  on(-67, 'raman', 'stool 4', thenClosed(byTransfer(8))),
  on(
    -66,
    'korkenzieher',
    'counter 1, work 8',
    thenClosed(
      [...byTransfer(10), ...sentBack(12, 'CONFIRM_AMOUNT', 'Kontoauszug fehlt.'), ...checkedAgain(13)],
      'OWNER',
    ),
  ),
  on(-64, 'vogt', 'wardrobe 1', thenClosed(overpaid(10))),
  on(-62, 'schreiber', 'repair 1, kindling 3', thenClosed(atTerminal(0))),
  on(
    -61,
    'koenig',
    'sanding 1',
    discrepancyAccepted('Nummer am Telefon bestätigt, Durchwahl fehlt.', thenClosed(byTransfer(7))),
    STOPS,
  ),
  on(-60, 'blauzeit', 'table 2, bench 2, delivery 1', thenClosed(inTwoParts(10, 24), 'OWNER')),
  on(-59, 'kowalski', 'firewood 3', thenClosed(byTransfer(5))),
  on(-57, 'nordlicht', 'shelf 1, work 4.5', thenClosed(byTransfer(17)), { invoicing: 'STATEMENT' }),
  on(-56, 'petersen', 'chest 1, sanding 1', thenClosed(byTransfer(16))),
  on(-55, 'carter', 'board 3, book 2', thenClosed(atTerminal(2))),
  on(-53, 'eckstein', 'repair 4, work 7.5', thenClosed(byTransfer(21)), { invoicing: 'EXTERNAL', term: 30 }),
  on(-52, 'sokolova', 'desk 1', canceled(6, 'Liefertermin nicht haltbar'), { invoicing: 'STATEMENT' }),
  on(-50, 'rosenthal', 'secretaire 1, delivery 1', thenClosed(byTransfer(9))),
  on(-49, 'kanaltheater', 'bench 6, delivery 1', writeOffRefused(20), { term: 30 }),
];

/** Since then they pay online, too; known customers need no click any more. */
const online = ({ ofToday, ofAMonthAgo }: Expiries): readonly DemoCase[] => [
  on(-43, 'zimmermann', 'shelf 1', thenClosed(storingCard(ofToday, byCard(1))), SHORT),
  on(-42, 'kirsch', 'board 2, book 1', thenClosed(byCard(0))),
  on(-41, 'bianchi', 'bed 1, delivery 1', thenClosed(byCard(3))),
  on(-40, 'wegener', 'chair 6', thenClosed(byCard(2))),
  on(-39, 'oconnell', 'table 1', thenClosed(byCard(1), 'OWNER')),
  on(-38, 'halbmond', 'chair 8', thenClosed(byDebit(2)), SHORT),
  on(-37, 'demir', 'board 2, book 1', thenClosed(atReader(0)), ON_COUNTER),
  on(-35, 'carter', 'desk 1, delivery 1', thenClosed(cardAtSecondTry(2))),
  on(-34, 'rheinblick', 'chair 10', thenClosed(byDebit(3))),
  on(-32, 'seitenweise', 'shelf 2', thenClosed(byCard(4))),
  on(-31, 'nowak', 'firewood 2, kindling 6', thenClosed(storingCard(ofAMonthAgo, byCard(0)))),
  on(-30, 'harbour', 'counter 1, delivery 1', thenClosed(byTransfer(10))),
  on(-28, 'okafor', 'repair 2, work 1.5', thenClosed(byDebit(4))),
  on(-28, 'sonnenhuegel', 'stool 8', thenClosed(byCard(6))),
  on(-27, 'weiss', 'table 1, delivery 1', halfPaid(3), SHORT),
  on(-26, 'brinkmann', 'desk 2, delivery 1', thenClosed(byCard(5), 'OWNER')),
  on(-25, 'kowalski', 'stool 1', thenClosed(atReaderAtSecondTry(0)), ON_COUNTER),
  on(-24, 'raman', 'bench 1', thenClosed(byCard(3))),
  on(-22, 'janssen', 'bed 1, delivery 1', waitingClaimed()),
  on(-21, 'schreiber', 'shelf 1', thenClosed(debitFails(0))),
  on(-20, 'korkenzieher', 'stool 12', thenClosed(byTransfer(9))),
  on(-20, 'blauzeit', 'work 14', waitingClaimed(), { invoicing: 'EXTERNAL' }),
  on(-18, 'petersen', 'desk 1', thenPaidAgain(thenClosed(byCard(4)))),
  on(-17, 'oconnell', 'secretaire 1', thenClosed(byCard(1))),
];

/** What is going on now, in every state that a case can be in. */
const current = ({ farAway, daysToNextMonth }: Expiries): readonly DemoCase[] => [
  on(-16, 'nordlicht', 'table 1, bench 2', writeOffPending(13), SHORT),
  on(-15, 'eckstein', 'repair 3', waitingClaimed(), SHORT),
  on(-14, 'kirsch', 'chest 1', waiting(), { inShort: true }),
  on(-14, 'althoff', 'shelf 1, delivery 1', waitingClaimed()),
  on(-13, 'sokolova', 'chair 6', overpaid(9), SHORT),
  on(-12, 'kanaltheater', 'counter 1', thenClosed(byCard(5), 'OWNER')),
  on(-11, 'wegener', 'repair 2', doubtfulCard(2)),
  on(-10, 'rosenthal', 'bed 1', [
    ...byTransfer(5),
    ...sentBack(7, 'CONFIRM_AMOUNT', 'Bitte den Kontoauszug noch einmal prüfen: Betrag unleserlich.'),
  ]),
  on(-9, 'halbmond', 'chair 4, book 3', thenClosed(byDebit(2))),
  on(-8, 'bianchi', 'table 1', withoutFunds(6)),
  on(-7, 'zimmermann', 'bench 1, delivery 1', stopNoticed(), {
    term: 7 + daysToNextMonth,
    inShort: true,
  }),
  on(-6, 'oconnell', 'shelf 1', byCard(3)),
  on(-6, 'nowak', 'firewood 2', renewingCard(farAway, byCard(3))),
  on(-6, 'okafor', 'wardrobe 2', waiting()),
  on(
    -5,
    'carter',
    'stool 2',
    [
      ...byCard(1),
      ...sentBack(3, 'SAVE_CUSTOMER_RECORD', 'Bitte die Anschrift mit der Bestellung vergleichen.'),
    ],
    SHORT,
  ),
  on(-5, 'demir', 'board 4, kindling 2', byCard(2)),
  on(-4, 'rheinblick', 'chair 16, delivery 1', debitUnderWay(3), SHORT),
  on(-4, 'harbour', 'table 2', declined(3), SHORT),
  on(-3, 'thiel', 'repair 1', stopNoticed(), { ...STOPS, ...SHORT }),
  on(-3, 'yilmaz', 'chest 1', toldWhatIsMissing(), STOPS),
  on(-3, 'whitfield', 'desk 1', authenticating(3), SHORT),
  on(-2, 'kirschAgain', 'chair 1', waiting(), STOPS),
  on(-2, 'krueger', 'shelf 1', waiting(), STOPS),
  on(-2, 'vogt', 'firewood 3', waiting()),
  on(-1, 'weiss', 'book 2, kindling 2', atReader(0), { ...ON_COUNTER, ...SHORT }),
  on(-1, 'brinkmann', 'table 1, delivery 1', lookingAtCheckout(1)),
  on(-1, 'allegro', 'bench 2', waiting(), { ...STOPS, ...SHORT }),
  on(0, 'tanaka', 'stool 3', waiting(), STOPS),
  on(0, 'pohl', 'chair 3', waiting(), { invoicing: 'STATEMENT' }),
  on(0, 'hollmann', 'repair 1', atTerminal(0), SHORT),
  on(0, 'seitenweise', 'book 20', byCard(0)),
];

/** The cases of the demo, oldest first. */
export const demoCases = (expiries: Expiries): readonly DemoCase[] => [
  ...transfers(),
  ...online(expiries),
  ...current(expiries),
];
