/** @jsxImportSource preact */
import { COUNTRY_CODES, countryName } from '@zahlwerk/domain/customers/country';
import type { DataField } from './data-fields.ts';
import { type Language, WORDS } from './words.ts';

const AUTOCOMPLETE: Partial<Record<DataField, string>> = {
  givenName: 'given-name',
  familyName: 'family-name',
  company: 'organization',
  street: 'street-address',
  postalCode: 'postal-code',
  city: 'address-level2',
  email: 'email',
  phone: 'tel',
};

/** Which keyboard a phone shows. */
const INPUT_TYPE: Partial<Record<DataField, { readonly inputMode: 'email' | 'tel' }>> = {
  email: { inputMode: 'email' },
  phone: { inputMode: 'tel' },
};

interface DataInputsProps {
  readonly fields: readonly DataField[];
  readonly language: Language;
  readonly textOf: (field: DataField) => string;
  readonly onType: (field: DataField, text: string) => void;
  readonly problems: Readonly<Record<string, string>>;
}

/** Name, address and whatever else is asked of a customer, each with its problem below it. */
export const DataInputs = ({ fields, language, textOf, onType, problems }: DataInputsProps) => (
  <>
    {fields.map((field) => (
      <div key={field} class="field">
        <label for={field}>{WORDS[language].field[field]}</label>
        {field === 'country' ? (
          <select
            id={field}
            value={textOf(field)}
            onChange={({ currentTarget }) => onType(field, currentTarget.value)}
          >
            {COUNTRY_CODES.map((code) => (
              <option key={code} value={code}>
                {countryName(code, language)}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={field}
            {...INPUT_TYPE[field]}
            autocomplete={AUTOCOMPLETE[field] ?? 'off'}
            value={textOf(field)}
            aria-invalid={problems[field] ? 'true' : undefined}
            aria-describedby={problems[field] ? `${field}-problem` : undefined}
            onInput={({ currentTarget }) => onType(field, currentTarget.value)}
          />
        )}
        <FieldProblem field={field} problem={problems[field]} />
      </div>
    ))}
  </>
);

/** What is wrong with a field, tied to it by its id. */
export const FieldProblem = ({ field, problem }: { field: string; problem: string | undefined }) =>
  problem ? (
    <span id={`${field}-problem`} class="problem">
      {problem}
    </span>
  ) : null;
