/** @jsxImportSource preact */
import { isCurrency } from '@zahlwerk/domain/money/currency';
import { parseAmount } from '@zahlwerk/domain/money/parse-amount';
import { useState } from 'preact/hooks';
import { execute } from '../api/graphql-client.ts';
import { type DataField, isRequired, NOBODY, neededFields } from './data-fields.ts';
import { DataInputs, FieldProblem } from './data-inputs.tsx';
import { keyOfStart, rememberStart } from './link-memory.ts';
import type { PublicLink } from './link-page.tsx';
import { StartFromLink } from './pay.graphql.ts';
import { payFormat } from './pay-format.ts';
import { fill, type Language, WORDS } from './words.ts';

interface LinkFormProps {
  readonly token: string;
  readonly link: PublicLink;
  readonly language: Language;
}

const KINDS = ['PERSON', 'COMPANY'] as const;
type Typed = Readonly<Partial<Record<DataField | 'amount' | 'reference', string>>>;

/** Who pays, and how much where the link leaves it open; then on to the pay page of the started case. */
export const LinkForm = ({ token, link, language }: LinkFormProps) => {
  const words = WORDS[language];
  const format = payFormat(language);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('PERSON');
  const [typed, setTyped] = useState<Typed>({ country: link.country });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const { minimum, maximum } = link;
  const asked = { data: { ...NOBODY, kind, language }, required: link.required };
  const fields = neededFields(asked);
  const textOf = (field: DataField): string => typed[field] ?? '';
  const type = (field: keyof Typed, text: string): void => setTyped({ ...typed, [field]: text });

  const amountOf = (): string | null => {
    if (!minimum || !isCurrency(minimum.currency)) return null;
    const parsed = parseAmount(typed.amount ?? '', language, minimum.currency);
    return parsed.ok ? parsed.decimal : null;
  };
  const complain = (found: Readonly<Record<string, string>>): void => {
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) document.getElementById(first)?.focus();
  };
  const send = async (): Promise<void> => {
    const amount = amountOf();
    const missing = fields.filter((field) => isRequired(field, asked) && !textOf(field).trim());
    const found = {
      ...(minimum && amount === null ? { amount: words.linkAmountWrong } : {}),
      ...Object.fromEntries(missing.map((field) => [field, words.required])),
    };
    complain(found);
    if (Object.keys(found).length > 0) return;
    const said = Object.fromEntries(fields.map((field) => [field, textOf(field).trim() || null]));
    const content = {
      token,
      amount: minimum && amount !== null ? { amount, currency: minimum.currency } : null,
      customer: { kind, language, ...said },
      reference: typed.reference?.trim() || null,
    };
    setSending(true);
    setProblem(null);
    try {
      const idempotencyKey = keyOfStart(token, JSON.stringify(content));
      const { startFromLink } = await execute(StartFromLink, { input: { ...content, idempotencyKey } });
      if (startFromLink.__typename === 'StartFromLinkSuccess') {
        rememberStart(token, startFromLink.url);
        return window.location.assign(startFromLink.url);
      }
      setProblem(startFromLink.message);
      if (startFromLink.__typename === 'ValidationFailed')
        complain(
          Object.fromEntries(
            startFromLink.fields.map(({ path, message }) => [
              path[1] === 'customer' ? path[2] : path[1],
              message,
            ]),
          ),
        );
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
      {minimum && maximum ? (
        <div class="field">
          <label for="amount">
            {words.linkAmount} ({minimum.currency})
          </label>
          <input
            id="amount"
            inputMode="decimal"
            autocomplete="off"
            value={typed.amount ?? ''}
            aria-invalid={problems.amount ? 'true' : undefined}
            aria-describedby={problems.amount ? 'amount-problem' : 'amount-limits'}
            onInput={({ currentTarget }) => type('amount', currentTarget.value)}
          />
          <span id="amount-limits" class="hint">
            {fill(words.linkBetween, { minimum: format.money(minimum), maximum: format.money(maximum) })}
          </span>
          <FieldProblem field="amount" problem={problems.amount} />
        </div>
      ) : null}
      <fieldset class="kinds">
        <legend>{words.linkWho}</legend>
        {KINDS.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            {words.kind[one]}
          </label>
        ))}
      </fieldset>
      <DataInputs fields={fields} language={language} textOf={textOf} onType={type} problems={problems} />
      <div class="field">
        <label for="reference">{words.linkReference}</label>
        <input
          id="reference"
          autocomplete="off"
          value={typed.reference ?? ''}
          aria-invalid={problems.reference ? 'true' : undefined}
          aria-describedby={problems.reference ? 'reference-problem' : undefined}
          onInput={({ currentTarget }) => type('reference', currentTarget.value)}
        />
        <FieldProblem field="reference" problem={problems.reference} />
      </div>
      <button type="submit" class="pay" aria-busy={isSending}>
        {words.linkGo}
      </button>
      <p class="secure">{words.linkMail}</p>
    </form>
  );
};
