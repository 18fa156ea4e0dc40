/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { LinkPageQuery as LinkPageData } from '#pay-gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { PayFrame } from './frame.tsx';
import { Gone, Loading } from './gone.tsx';
import { LinkForm } from './link-form.tsx';
import { forgetStart, startedUrl } from './link-memory.ts';
import { LinkPageQuery } from './pay.graphql.ts';
import { payFormat } from './pay-format.ts';
import { browserLanguage, fill, WORDS } from './words.ts';

export type PublicLink = NonNullable<LinkPageData['linkPage']>;
type State = 'loading' | 'gone' | PublicLink;

/** How much: the fixed amount, or the limits between which the customer chooses. */
const Asked = ({ link }: { link: PublicLink }) => {
  const words = WORDS[browserLanguage()];
  const format = payFormat(browserLanguage());
  if (!link.amount) return null;
  return (
    <p class="amount">
      <span class="label">{words.open}</span>
      <span class="figure">{format.money(link.amount)}</span>
    </p>
  );
};

/** Whoever comes back to the link goes on with what was started, unless another payment is wanted. */
const Started = ({ url, onAnother }: { url: string; onAnother: () => void }) => {
  const words = WORDS[browserLanguage()];
  return (
    <>
      <div class="news" data-tone="busy" role="status">
        <strong>{words.linkStarted}</strong>
        <span>{words.linkStartedText}</span>
      </div>
      <a class="pay" href={url}>
        {words.linkContinue}
      </a>
      <button type="button" class="plain" onClick={onAnother}>
        {words.linkAnother}
      </button>
    </>
  );
};

/** The page behind a public payment link: what for and how much, then who pays, then on to the pay page. */
export const LinkPage = ({ token }: { token: string }) => {
  const [state, setState] = useState<State>('loading');
  const [started, setStarted] = useState<string | null>(() => startedUrl(token));
  const language = browserLanguage();
  useEffect(() => {
    void execute(LinkPageQuery, { token, language })
      .then(({ linkPage }) => setState(linkPage ?? 'gone'))
      .catch(() => setState('gone'));
    // "Back" may bring the page as it was left, before anything was started.
    const onShow = (): void => setStarted(startedUrl(token));
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, [token, language]);
  if (state === 'loading') return <Loading />;
  if (state === 'gone') return <Gone language={language} />;
  const words = WORDS[language];
  if (state.state !== 'ACTIVE') {
    const title = state.state === 'OFF' ? words.linkOff : words.linkExpired;
    return (
      <PayFrame language={language} title={title} payee={state.payee} payeeEmail={state.payeeEmail}>
        <h1>{title}</h1>
        <p>{fill(words.linkOffText, { payee: state.payee })}</p>
      </PayFrame>
    );
  }
  const another = (): void => {
    forgetStart(token);
    setStarted(null);
  };
  return (
    <PayFrame language={language} title={state.title} payee={state.payee} payeeEmail={state.payeeEmail}>
      <h1>{state.title}</h1>
      {state.description ? <p class="about">{state.description}</p> : null}
      <Asked link={state} />
      {started ? (
        <Started url={started} onAnother={another} />
      ) : (
        <LinkForm token={token} link={state} language={language} />
      )}
    </PayFrame>
  );
};
