/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { execute } from '../api/graphql-client.ts';
import { type DataField, type DataRequest, fieldsFor, isRequired } from './data-fields.ts';
import { DataInputs } from './data-inputs.tsx';
import { PayFrame } from './frame.tsx';
import { Gone, Loading } from './gone.tsx';
import { DataRequestQuery, SubmitCustomerData } from './pay.graphql.ts';
import { browserLanguage, fill, WORDS } from './words.ts';

type State = 'loading' | 'gone' | 'done' | DataRequest;
type Typed = Readonly<Partial<Record<DataField, string>>>;

const Form = ({ token, request, onDone }: { token: string; request: DataRequest; onDone: () => void }) => {
  const words = WORDS[request.language];
  const [typed, setTyped] = useState<Typed>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const textOf = (field: DataField): string => typed[field] ?? request.data[field] ?? '';
  const fields = fieldsFor(request);
  const send = async (): Promise<void> => {
    const missing = fields.filter((field) => isRequired(field, request) && textOf(field).trim() === '');
    setProblems(Object.fromEntries(missing.map((field) => [field, words.required])));
    if (missing[0]) return document.getElementById(missing[0])?.focus();
    setSending(true);
    setProblem(null);
    try {
      const changed = Object.fromEntries(fields.map((field) => [field, textOf(field).trim() || null]));
      const { submitCustomerData } = await execute(SubmitCustomerData, {
        input: { token, data: { ...request.data, ...changed } },
      });
      if (submitCustomerData.__typename === 'SubmitCustomerDataSuccess') return onDone();
      setProblem(submitCustomerData.message);
      if (submitCustomerData.__typename === 'ValidationFailed') {
        setProblems(
          Object.fromEntries(submitCustomerData.fields.map(({ path, message }) => [path.at(-1), message])),
        );
      }
    } catch {
      setProblem(words.error);
    }
    setSending(false);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) void send();
      }}
    >
      <div role="alert">{problem ? <p class="problem">{problem}</p> : null}</div>
      <DataInputs
        fields={fields}
        language={request.language}
        textOf={textOf}
        onType={(field, text) => setTyped({ ...typed, [field]: text })}
        problems={problems}
      />
      <button type="submit" class="pay" aria-busy={isSending}>
        {words.dataSend}
      </button>
    </form>
  );
};

/** What the business still needs to know, asked of the customer behind a one-time link. */
export const DataPage = ({ token }: { token: string }) => {
  const [state, setState] = useState<State>('loading');
  useEffect(() => {
    void execute(DataRequestQuery, { token })
      .then(({ dataRequest }) => setState(dataRequest?.__typename === 'DataRequest' ? dataRequest : 'gone'))
      .catch(() => setState('gone'));
  }, [token]);
  if (state === 'loading') return <Loading />;
  if (state === 'gone') return <Gone language={browserLanguage()} />;
  if (state === 'done') {
    const words = WORDS[browserLanguage()];
    return (
      <PayFrame language={browserLanguage()} title={words.dataDone}>
        <h1>{words.dataDone}</h1>
        <p>{words.methodDoneText}</p>
      </PayFrame>
    );
  }
  const words = WORDS[state.language];
  return (
    <PayFrame language={state.language} title={words.dataTitle} payee={state.payee}>
      <h1>{words.dataTitle}</h1>
      <p>{fill(words.dataText, { payee: state.payee, reference: state.reference })}</p>
      <Form token={token} request={state} onDone={() => setState('done')} />
    </PayFrame>
  );
};
