/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { PayViewFragment } from '#pay-gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { BankTransfer } from './bank-transfer.tsx';
import { StartPayment } from './pay.graphql.ts';
import type { PayFormat } from './pay-format.ts';
import { fill, type PayWords } from './words.ts';

type Method = PayViewFragment['methods'][number];

interface PayChoiceProps {
  readonly token: string;
  readonly page: PayViewFragment;
  readonly words: PayWords;
  readonly format: PayFormat;
}

const Lock = () => (
  <svg
    viewBox="0 0 16 16"
    width="14"
    height="14"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    aria-hidden="true"
  >
    <rect x="3" y="7" width="10" height="7" rx="1.5" />
    <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
  </svg>
);

/** Of a transfer only the account is asked for: the customer makes it at a bank. */
const startWord = ({
  chosen,
  page,
  words,
  format,
}: Omit<PayChoiceProps, 'token'> & { readonly chosen: Method | undefined }) =>
  chosen === 'BANK_TRANSFER' ? words.showAccount : fill(words.pay, { amount: format.money(page.amountOpen) });

/** How to pay, and the way to the provider's page. */
export const PayChoice = ({ token, page, words, format }: PayChoiceProps) => {
  const [chosen, setChosen] = useState<Method | undefined>(page.methods[0]);
  const [isStarting, setStarting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Brought back by "back", the page is as it was left: the button must work again.
  useEffect(() => {
    const onShow = (): void => setStarting(false);
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, []);
  const start = async (methodType: Method): Promise<void> => {
    setStarting(true);
    setProblem(null);
    try {
      const { startPayment } = await execute(StartPayment, { input: { token, methodType } });
      if (startPayment.__typename === 'StartPaymentSuccess') return window.location.assign(startPayment.url);
      setProblem(startPayment.message);
    } catch {
      setProblem(words.error);
    }
    setStarting(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && !isStarting) void start(chosen);
      }}
    >
      <fieldset class="methods">
        <legend>{words.how}</legend>
        {page.methods.map((method) => (
          <label key={method} class="method" data-chosen={method === chosen}>
            <input
              type="radio"
              name="method"
              value={method}
              checked={method === chosen}
              onChange={() => setChosen(method)}
            />
            <span>
              <strong>{words.method[method]}</strong>
              <span class="hint">{words.methodHint[method]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div role="alert">{problem ? <p class="problem">{problem}</p> : null}</div>
      {chosen === 'BANK_TRANSFER' && page.bankTransfer ? (
        <BankTransfer page={page} transfer={page.bankTransfer} words={words} format={format} />
      ) : (
        <>
          <button type="submit" class="pay" disabled={!chosen} aria-busy={isStarting}>
            {isStarting ? words.starting : startWord({ chosen, page, words, format })}
          </button>
          {chosen === 'BANK_TRANSFER' ? null : (
            <p class="secure">
              <Lock />
              <span>{fill(words.secure, { payee: page.payee })}</span>
            </p>
          )}
        </>
      )}
    </form>
  );
};
