/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { MethodPageQuery as MethodPageData } from '#pay-gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { CodeForm } from './code-form.tsx';
import { PayFrame } from './frame.tsx';
import { Gone, Loading } from './gone.tsx';
import { MethodPageQuery } from './pay.graphql.ts';
import { payFormat } from './pay-format.ts';
import { browserLanguage, fill, type Language, WORDS } from './words.ts';

type Method = Extract<NonNullable<MethodPageData['methodPage']>, { __typename: 'MethodPage' }>;
type State = 'loading' | 'gone' | 'done' | Method;

const hasReturned = new URLSearchParams(window.location.search).has('returned');

/** A stored method as its owner knows it: `Karte •••• 4242, gültig bis 31.12.2026`. */
const knownMethod = ({ type, last4, expiresOn }: NonNullable<Method['current']>, language: Language) => {
  const words = WORDS[language];
  const name = [words.method[type], last4 && `•••• ${last4}`].filter(Boolean).join(' ');
  return expiresOn
    ? `${name}, ${fill(words.methodUntil, { day: payFormat(language).day(expiresOn) })}`
    : name;
};

/** Renewing the stored payment method: one link, one use, on the provider's own page. */
export const MethodPage = ({ token }: { token: string }) => {
  const [state, setState] = useState<State>('loading');
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
  const { current, codeTo } = state;
  return (
    <PayFrame language={state.language} title={words.methodTitle} payee={state.payee}>
      <h1>{words.methodTitle}</h1>
      <p>{fill(words.methodText, { payee: state.payee, reference: state.reference })}</p>
      {current ? (
        <dl>
          <div class="row">
            <dt>{words.methodCurrent}</dt>
            <dd>{knownMethod(current, state.language)}</dd>
          </div>
        </dl>
      ) : null}
      {codeTo ? (
        <CodeForm token={token} codeTo={codeTo} language={state.language} />
      ) : (
        <p class="problem">{fill(words.codeNowhere, { payee: state.payee })}</p>
      )}
      <p class="secure">{fill(words.secure, { payee: state.payee })}</p>
    </PayFrame>
  );
};
