/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { PayViewFragment } from '#pay-gql/graphql';
import { groupIban, type PayFormat } from './pay-format.ts';
import { fill, type PayWords } from './words.ts';

const Copyable = ({
  label,
  value,
  shown,
  words,
}: {
  label: string;
  value: string;
  shown: string;
  words: PayWords;
}) => {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div class="row">
      <dt>{label}</dt>
      <dd>
        <span class={shown.length < 20 ? 'number' : 'value'}>{shown}</span>
        {'clipboard' in navigator ? (
          <button
            type="button"
            class="copy"
            onClick={() => void copy()}
            aria-label={`${words.copy}: ${label}`}
          >
            {isCopied ? words.copied : words.copy}
          </button>
        ) : null}
      </dd>
    </div>
  );
};

interface BankTransferProps {
  readonly page: PayViewFragment;
  readonly transfer: NonNullable<PayViewFragment['bankTransfer']>;
  readonly words: PayWords;
  readonly format: PayFormat;
}

/** Everything for a transfer of one's own: the account, the reference, and the code that fills both in. */
export const BankTransfer = ({ page, transfer, words, format }: BankTransferProps) => (
  <section class="transfer">
    <p>{words.transferText}</p>
    <dl>
      <Copyable label={words.holder} value={transfer.holder} shown={transfer.holder} words={words} />
      <Copyable label={words.iban} value={transfer.iban} shown={groupIban(transfer.iban)} words={words} />
      {transfer.bic ? (
        <Copyable label={words.bic} value={transfer.bic} shown={transfer.bic} words={words} />
      ) : null}
      <Copyable
        label={words.amount}
        value={format.money(page.amountOpen)}
        shown={format.money(page.amountOpen)}
        words={words}
      />
      <Copyable
        label={words.transferReference}
        value={transfer.reference}
        shown={transfer.reference}
        words={words}
      />
    </dl>
    {transfer.skonto ? (
      <p>
        {fill(words.skonto, {
          percent: format.percent(transfer.skonto.basisPoints),
          day: format.day(transfer.skonto.lastDay),
          amount: format.money(transfer.skonto.reduced),
        })}
      </p>
    ) : null}
    {transfer.giroCodeSvg ? (
      <figure class="giro">
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(transfer.giroCodeSvg)}`}
          alt={words.giroCode}
          width={176}
          height={176}
        />
        <figcaption>{words.giroCode}</figcaption>
      </figure>
    ) : null}
  </section>
);
