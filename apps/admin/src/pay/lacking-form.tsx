/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { PayViewFragment } from '#pay-gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { type DataField, knownFields } from './data-fields.ts';
import { DataInputs } from './data-inputs.tsx';
import { CompleteCustomerData } from './pay.graphql.ts';
import { fill, WORDS } from './words.ts';

interface LackingFormProps {
  readonly token: string;
  readonly page: Pick<PayViewFragment, 'language' | 'payee'>;
  readonly lacking: NonNullable<PayViewFragment['lacking']>;
}

/** What the business still has to know, beside the payment and never in front of it. It goes once it is answered. */
export const LackingForm = ({ token, page, lacking }: LackingFormProps) => {
  const { language, payee } = page;
  const words = WORDS[language];
  const fields = knownFields(lacking.fields);
  const [typed, setTyped] = useState<Readonly<Partial<Record<DataField, string>>>>({
    country: lacking.country,
  });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const textOf = (field: DataField): string => typed[field] ?? '';
  const complain = (found: Readonly<Record<string, string>>): void => {
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) document.getElementById(first)?.focus();
  };
  const send = async (): Promise<void> => {
    const missing = fields.filter((field) => textOf(field).trim() === '');
    complain(Object.fromEntries(missing.map((field) => [field, words.required])));
    if (missing.length > 0) return;
    setSending(true);
    setProblem(null);
    try {
      const said = Object.fromEntries(fields.map((field) => [field, textOf(field).trim()]));
      const data = { kind: lacking.kind, language, ...said };
      const { completeCustomerData } = await execute(CompleteCustomerData, { input: { token, data } });
      // The live page takes this form away as soon as nothing is lacking any more.
      if (completeCustomerData.__typename === 'CompleteCustomerDataSuccess') return;
      setProblem(completeCustomerData.message);
      if (completeCustomerData.__typename === 'ValidationFailed')
        complain(
          Object.fromEntries(completeCustomerData.fields.map(({ path, message }) => [path.at(-1), message])),
        );
    } catch {
      setProblem(words.error);
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      noValidate
      class="lacking"
      aria-labelledby="lacking"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) void send();
      }}
    >
      <h2 id="lacking">{fields.length > 1 ? words.lackingTitleMany : words.lackingTitle}</h2>
      <p class="hint">{fill(words.lackingText, { payee })}</p>
      <div role="alert">{problem ? <p class="problem">{problem}</p> : null}</div>
      <DataInputs
        fields={fields}
        language={language}
        textOf={textOf}
        onType={(field, text) => setTyped({ ...typed, [field]: text })}
        problems={problems}
      />
      <button type="submit" class="second" aria-busy={isSending}>
        {words.dataSend}
      </button>
    </form>
  );
};
