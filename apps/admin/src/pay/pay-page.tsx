/** @jsxImportSource preact */
import type { PayViewFragment } from '#pay-gql/graphql';
import { declineWord } from '../format/decline.ts';
import { BankTransfer } from './bank-transfer.tsx';
import { PayFrame } from './frame.tsx';
import { Gone, Loading } from './gone.tsx';
import { LackingForm } from './lacking-form.tsx';
import { PayChoice } from './pay-choice.tsx';
import { type PayFormat, payFormat } from './pay-format.ts';
import { Phases } from './phases.tsx';
import { type Situation, situationOf } from './situation.ts';
import { usePayPage } from './use-pay-page.ts';
import { browserLanguage, fill, type PayWords, WORDS } from './words.ts';

interface PartProps {
  readonly page: PayViewFragment;
  readonly words: PayWords;
  readonly format: PayFormat;
}

const hasReturned = new URLSearchParams(window.location.search).has('returned');

/** Why the last try has failed, what can be done now, and what happens if nothing is. */
const failureText = ({ page, words, format }: PartProps): string => {
  const { failure } = page.moneyTrack;
  if (!failure) return '';
  const next = failure.nextActions.includes('RETRY') ? 'RETRY' : 'OTHER_METHOD';
  const day = failure.nextTryAt?.slice(0, 10);
  return [
    words.decline[declineWord(failure.code)],
    words.failedText[next],
    day ? fill(words.nextTry, { day: format.day(day) }) : '',
  ]
    .join(' ')
    .trim();
};

/** That the customer's account is debited on a day, and what stops that. */
const debitText = ({ page, words, format }: PartProps): string =>
  fill(words.debitText, {
    day: format.day(page.debitAt?.slice(0, 10) ?? ''),
    amount: format.money(page.amountOpen),
  });

/** The good or bad news above the amount, if there is any. */
const News = ({ page, words, format, situation }: PartProps & { situation: Situation }) => {
  const amount = format.money(page.amountReceived);
  const news = {
    PAY: page.debitAt ? ['busy', words.debitTitle, debitText({ page, words, format })] : null,
    INCOMPLETE: ['busy', fill(words.incompleteTitle, { amount }), words.incompleteText],
    FAILED: ['bad', words.failedTitle, failureText({ page, words, format })],
    RESERVED: ['busy', words.reservedTitle, fill(words.reservedText, { payee: page.payee })],
    PROCESSING: ['busy', words.processingTitle, words.processingText],
    CONFIRMING: ['busy', words.confirmingTitle, words.processingText],
    PAID: ['ok', words.paidTitle, fill(words.paidText, { payee: page.payee, amount })],
    CANCELED: ['idle', words.canceledTitle, words.canceledText],
    REFUSED: ['busy', page.refusal?.message ?? '', ''],
  } as const satisfies Record<Situation, readonly [string, string, string] | null>;
  const shown = news[situation];
  return (
    <div role="status" aria-live="polite">
      {shown ? (
        <div class="news" data-tone={shown[0]}>
          <strong>{shown[1]}</strong>
          {shown[2] ? <span>{shown[2]}</span> : null}
        </div>
      ) : null}
    </div>
  );
};

/** How much, for what, to whom. */
const Claim = ({ page, words, format, situation }: PartProps & { situation: Situation }) => {
  const isPaid = situation === 'PAID';
  const heading = {
    ...{ PAY: words.open, INCOMPLETE: words.open, FAILED: words.open, REFUSED: words.open },
    ...{ CANCELED: words.open, PAID: words.paid },
    ...{ RESERVED: words.reserved, PROCESSING: words.onItsWay, CONFIRMING: words.onItsWay },
  } as const satisfies Record<Situation, string>;
  const figure = isPaid ? page.amountReceived : (page.amountReserved ?? page.amountOpen);
  const partly = page.amountReceived.minor !== '0' && page.amountOpen.minor !== '0';
  return (
    <>
      <p class="amount">
        <span class="label">{heading[situation]}</span>
        <span class="figure">{format.money(figure)}</span>
        {isPaid ? null : (
          <span class="hint">
            {partly
              ? fill(words.of, {
                  amount: format.money(page.amountDue),
                  received: format.money(page.amountReceived),
                })
              : fill(words.due, { day: format.day(page.dueOn) })}
          </span>
        )}
      </p>
      <dl>
        {page.lines.length > 0 || page.purpose ? (
          <div class="row">
            <dt>{words.for}</dt>
            <dd>
              {page.lines.length > 0
                ? page.lines.map(({ name }) => (
                    <span key={name} class="line">
                      {name}
                    </span>
                  ))
                : page.purpose}
            </dd>
          </div>
        ) : null}
        <div class="row">
          <dt>
            {page.bankTransfer?.reference === page.reference ? words.transferReference : words.caseNumber}
          </dt>
          <dd class="number">{page.reference}</dd>
        </div>
        {page.orderReference ? (
          <div class="row">
            <dt>{words.order}</dt>
            <dd>{page.orderReference}</dd>
          </div>
        ) : null}
      </dl>
    </>
  );
};

/** The customer's page behind a pay link: no account, no app, live. */
export const PayPage = ({ token }: { token: string }) => {
  const state = usePayPage(token);
  if (state.kind === 'loading') return <Loading />;
  if (state.kind === 'gone') return <Gone language={browserLanguage()} />;
  const { page } = state;
  if (!page) {
    const words = WORDS[browserLanguage()];
    return (
      <PayFrame language={browserLanguage()} title={words.offline}>
        <h1>{words.offline}</h1>
        <button type="button" class="pay" onClick={() => window.location.reload()}>
          {words.tryAgain}
        </button>
      </PayFrame>
    );
  }
  const words = WORDS[page.language];
  const format = payFormat(page.language);
  const situation = situationOf(page, hasReturned);
  const title = fill(words.title, { payee: page.payee });
  const hasBegun = page.moneyTrack.phases.some(({ state: phase }) => phase !== 'PENDING');
  return (
    <PayFrame language={page.language} title={title} payee={page.payee} payeeEmail={page.payeeEmail}>
      <h1 class="sr-only">{title}</h1>
      {state.kind === 'offline' ? <p class="offline">{words.offline}</p> : null}
      <News page={page} words={words} format={format} situation={situation} />
      {situation === 'CANCELED' ? null : (
        <Claim page={page} words={words} format={format} situation={situation} />
      )}
      {situation === 'PAY' || situation === 'FAILED' ? (
        <PayChoice token={token} page={page} words={words} format={format} />
      ) : null}
      {situation === 'INCOMPLETE' && page.bankTransfer ? (
        <BankTransfer page={page} transfer={page.bankTransfer} words={words} format={format} />
      ) : null}
      {page.lacking ? <LackingForm token={token} lacking={page.lacking} page={page} /> : null}
      {hasBegun ? <Phases phases={page.moneyTrack.phases} words={words} format={format} /> : null}
      {page.receiptUrl ? (
        <a class="receipt" href={page.receiptUrl} target="_blank" rel="noreferrer">
          {words.receipt}
        </a>
      ) : null}
    </PayFrame>
  );
};
