import { readFileSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { buildSchema, GraphQLInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call, freshKey, send } from '../../test/case-call.ts';
import { CASE_CALLS, type CaseCall } from '../../test/case-calls.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const NAMES = Object.keys(CASE_CALLS);
const SDL = readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8');

describe('a mutation on a case', () => {
  let stage: Stage;
  let clients: Readonly<Record<string, TestClient>>;

  beforeAll(async () => {
    stage = await aStage();
    const roles = ['OWNER', 'TEAM_LEAD', 'CLERK', 'ADVISER'] as const;
    clients = Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await stage.signIn(role)] as const)),
    );
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  const rowOf = (name: string): CaseCall & { readonly client: TestClient } => {
    const row = CASE_CALLS[name];
    const client = row && clients[row.role];
    if (!row || !client) throw new Error(`There is no call ${name}.`);
    return { ...row, client };
  };

  /** Runs a call that must be refused, and proves that it has left nothing behind. */
  const refusal = async <Answer>(asked: () => Promise<Answer>): Promise<Answer> => {
    const before = await readRows(stage.database);
    const answer = await asked();
    expect(await readRows(stage.database)).toEqual(before);
    return answer;
  };

  it('stands in the table of this test', () => {
    const withCase = Object.values(buildSchema(SDL).getMutationType()?.getFields() ?? {})
      .filter(({ args }) =>
        args.some(({ type }) => {
          const input = buildSchema(SDL).getType(String(type).replace('!', ''));
          return input instanceof GraphQLInputObjectType && 'caseId' in input.getFields();
        }),
      )
      .map(({ name }) => name);
    expect(NAMES.toSorted()).toEqual(withCase.toSorted());
  });

  it.each(NAMES)('%s is accepted once everything is right', async (name) => {
    const { client, ready } = rowOf(name);
    expect(await call(client, name, await ready(stage.own))).toMatchObject({ replayed: false });
  });
});
