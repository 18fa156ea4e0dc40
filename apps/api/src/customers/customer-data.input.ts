import { builder } from '../graphql/builder.ts';
import { LanguageEnum } from '../graphql/language.type.ts';

const optional = { required: false } as const;

export const CustomerKindEnum = builder.enumType('CustomerKind', {
  description: 'A person, or a company with a contact.',
  values: ['PERSON', 'COMPANY'] as const,
});

/** Everything goes through the domain's own parser, which gives the codes of what is wrong. */
export const CustomerDataInput = builder.inputType('CustomerDataInput', {
  description: 'What is known about a customer. What is left out is not known.',
  fields: (t) => ({
    kind: t.field({ type: CustomerKindEnum, description: 'Person or company.' }),
    givenName: t.string({ ...optional, description: 'Given name of a person.' }),
    familyName: t.string({ ...optional, description: 'Family name of a person.' }),
    company: t.string({ ...optional, description: 'Name of the company.' }),
    contact: t.string({ ...optional, description: 'Whom to turn to at the company.' }),
    street: t.string({ ...optional, description: 'Street and house number.' }),
    postalCode: t.string({ ...optional, description: 'Postal code.' }),
    city: t.string({ ...optional, description: 'City.' }),
    country: t.string({ ...optional, description: 'ISO 3166-1 alpha-2, such as DE.' }),
    email: t.string({ ...optional, description: 'Mail address.' }),
    phone: t.string({ ...optional, description: 'Phone number; stored as E.164.' }),
    vatId: t.string({ ...optional, description: 'VAT identification number.' }),
    taxNumber: t.string({ ...optional, description: 'Tax number.' }),
    iban: t.string({ ...optional, description: 'IBAN.' }),
    language: t.field({ type: LanguageEnum, description: 'In which language to write.' }),
    wantsSms: t.boolean({ defaultValue: false, description: 'Whether an SMS is wanted beside the mail.' }),
  }),
});
