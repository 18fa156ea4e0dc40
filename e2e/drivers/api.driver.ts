import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Stack } from '../stack.ts';

export type Ask = <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data>;

/** What a partner does with curl. */
export const askByKey = async <Data>(
  { deskUrl }: Stack,
  key: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> => {
  const response = await fetch(`${deskUrl}/graphql`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return dataIn<Data>(await response.json());
};

/** What the panel does with the session of the person at this page, for one of this person's businesses. */
export const askBySession =
  ({ request }: Page, organizationId?: string): Ask =>
  async (query, variables = {}) => {
    const headers: Record<string, string> = organizationId ? { 'x-organization': organizationId } : {};
    return dataIn(await (await request.post('/graphql', { headers, data: { query, variables } })).json());
  };

const dataIn = <Data>(answer: unknown): Data => {
  const { data, errors } = answer as { data: Data; errors?: readonly unknown[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

/** Sends a command and returns what its success tells. A refusal is thrown: what a story presupposes has to work. */
export const command = async <Success>(
  ask: Ask,
  name: string,
  input: Readonly<Record<string, unknown>>,
  selection: string,
): Promise<Success> => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const answer = await ask<Record<string, Success & { __typename: string }>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) {
      __typename ... on ${type}Success { ${selection} } ... on Error { code message }
      ... on ValidationFailed { fields { path message } } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  const outcome = answer[name];
  if (outcome?.__typename !== `${type}Success`) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  return outcome;
};

interface CaseByKey {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly amountOpen: { readonly amount: string };
  readonly workTrack: readonly {
    readonly step: string;
    readonly run: number;
    readonly state: string;
    readonly doneBy: { readonly kind: string } | null;
  }[];
}

const CASES = `{ paymentCases(first: 20) { edges { node {
  id number state currentStep amountDue { amount } amountReceived { amount } amountOpen { amount }
  moneyTrack { status phases { phase state at evidence } }
  workTrack { step run state doneAt doneBy { kind name } }
} } } }`;

export const caseByNumber = async (ask: Ask, number: string): Promise<CaseByKey> => {
  const { paymentCases } = await ask<{ paymentCases: { edges: readonly { node: CaseByKey }[] } }>(CASES);
  const found = paymentCases.edges.find(({ node }) => node.number === number);
  if (!found) throw new Error(`The key sees no case ${number}.`);
  return found.node;
};

const ENTRIES = `query ($caseId: ID!) { journalEntries(caseId: $caseId, first: 50) { edges { node {
  purpose lines { account { key } amount { amount } } } } } }`;

interface Entries {
  readonly journalEntries: {
    readonly edges: readonly {
      readonly node: {
        readonly purpose: string;
        readonly lines: readonly {
          readonly account: { readonly key: string };
          readonly amount: { readonly amount: string };
        }[];
      };
    }[];
  };
}

/** The ledger of a case: purpose → account → amount, debits positive. */
export const entriesOf = async (
  ask: Ask,
  number: string,
): Promise<Record<string, Record<string, string>>> => {
  const { id } = await caseByNumber(ask, number);
  const { journalEntries } = await ask<Entries>(ENTRIES, { caseId: id });
  return Object.fromEntries(
    journalEntries.edges.map(({ node: { purpose, lines } }) => [
      purpose,
      Object.fromEntries(lines.map(({ account, amount }) => [account.key, amount.amount])),
    ]),
  );
};
