/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { MethodPageQuery as MethodPageData } from '#pay-gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { PayFrame } from './frame.tsx';
import { Gone, Loading } from './gone.tsx';
import { MethodPageQuery, UpdatePaymentMethod } from './pay.graphql.ts';
import { browserLanguage, fill, WORDS } from './words.ts';

type Method = Extract<NonNullable<MethodPageData['methodPage']>, { __typename: 'MethodPage' }>;
type State = 'loading' | 'gone' | 'done' | Method;

const hasReturned = new URLSearchParams(window.location.search).has('returned');

/** Renewing the stored payment method: one link, one use, on the provider's own page. */
export const MethodPage = ({ token }: { token: string }) => {
  const [state, setState] = useState<State>('loading');
  const [isStarting, setStarting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    // Whoever comes back has done it; the link may be used up by then.
    if (hasReturned) return setState('done');
    void execute(MethodPageQuery, { token })
      .then(({ methodPage }) => setState(methodPage?.__typename === 'MethodPage' ? methodPage : 'gone'))
      .catch(() => setState('gone'));
  }, [token]);
  if (state === 'loading') return <Loading />;
  if (state === 'gone') return <Gone language={browserLanguage()} />;
  if (state === 'done') {
    const words = WORDS[browserLanguage()];
    return (
      <PayFrame language={browserLanguage()} title={words.methodDone}>
        <h1>{words.methodDone}</h1>
        <p>{words.methodDoneText}</p>
      </PayFrame>
    );
  }
  const words = WORDS[state.language];
  const start = async (): Promise<void> => {
    setStarting(true);
    setProblem(null);
    try {
      const { updatePaymentMethod } = await execute(UpdatePaymentMethod, { input: { token } });
      if (updatePaymentMethod.__typename === 'UpdatePaymentMethodSuccess')
        return window.location.assign(updatePaymentMethod.url);
      setProblem(updatePaymentMethod.message);
    } catch {
      setProblem(words.error);
    }
    setStarting(false);
  };
  return (
    <PayFrame language={state.language} title={words.methodTitle} payee={state.payee}>
      <h1>{words.methodTitle}</h1>
      <p>{fill(words.methodText, { payee: state.payee, reference: state.reference })}</p>
      {state.current ? (
        <dl>
          <div class="row">
            <dt>{words.methodCurrent}</dt>
            <dd>{state.current}</dd>
          </div>
        </dl>
      ) : null}
      <div role="alert">{problem ? <p class="problem">{problem}</p> : null}</div>
      <button type="button" class="pay" aria-busy={isStarting} onClick={() => !isStarting && void start()}>
        {isStarting ? words.starting : words.methodGo}
      </button>
      <p class="secure">{fill(words.secure, { payee: state.payee })}</p>
    </PayFrame>
  );
};
