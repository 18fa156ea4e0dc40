/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { MethodPageQuery } from '#pay-gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { SendMethodCode, UpdatePaymentMethod } from './pay.graphql.ts';
import { fill, type Language, WORDS } from './words.ts';

type Page = Extract<NonNullable<MethodPageQuery['methodPage']>, { __typename: 'MethodPage' }>;

interface CodeFormProps {
  readonly token: string;
  readonly codeTo: NonNullable<Page['codeTo']>;
  readonly language: Language;
}

const DIGITS = 6;

/** First a code to the registered address, then the provider's page: whoever only has the link gets no further. */
export const CodeForm = ({ token, codeTo, language }: CodeFormProps) => {
  const words = WORDS[language];
  const [isSent, setSent] = useState(false);
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** One call at a time; what the server refuses is shown as it says it. */
  const during = async (call: () => Promise<string | null>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    setProblem(await call().catch(() => words.error));
    setBusy(false);
  };
  const send = () =>
    during(async () => {
      const { sendMethodCode } = await execute(SendMethodCode, { input: { token } });
      if (sendMethodCode.__typename !== 'SendMethodCodeSuccess') return sendMethodCode.message;
      setSent(true);
      setCode('');
      document.getElementById('code')?.focus();
      return null;
    });
  const goOn = () =>
    during(async () => {
      if (code.length !== DIGITS) return words.codeLength;
      const { updatePaymentMethod } = await execute(UpdatePaymentMethod, { input: { token, code } });
      if (updatePaymentMethod.__typename !== 'UpdatePaymentMethodSuccess') return updatePaymentMethod.message;
      window.location.assign(updatePaymentMethod.url);
      return null;
    });
  const to = { address: codeTo.masked };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (isSent ? goOn() : send());
      }}
    >
      <p role="status">{fill((isSent ? words.codeSent : words.codeAhead)[codeTo.channel], to)}</p>
      <div role="alert">{problem ? <p class="problem">{problem}</p> : null}</div>
      {isSent ? (
        <div class="field">
          <label for="code">{words.code}</label>
          <input
            id="code"
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={DIGITS}
            value={code}
            onInput={({ currentTarget }) => setCode(currentTarget.value.replace(/\D/g, ''))}
          />
        </div>
      ) : null}
      <button type="submit" class="pay" aria-busy={isBusy}>
        {isSent ? words.methodGo : words.codeSend}
      </button>
      {isSent ? (
        <button type="button" class="plain" onClick={() => void send()}>
          {words.codeAgain}
        </button>
      ) : null}
    </form>
  );
};
