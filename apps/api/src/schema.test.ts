import { readFileSync } from 'node:fs';
import {
  type GraphQLField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { FAMILY_OF } from './live/event-families.ts';
import { schema } from './schema.ts';

const OUR_TYPES = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__') && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name),
);

const rootFields = (): readonly (GraphQLField<unknown, unknown> & { readonly root: string })[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ ...field, root: type?.name ?? '' })),
  );

/** Every place in the schema that a person reads, with what it says there. */
const described = (type: GraphQLNamedType): readonly (readonly [string, string | null | undefined])[] => {
  const own = [[type.name, type.description] as const];
  if (isObjectType(type) || isInterfaceType(type))
    return [
      ...own,
      ...Object.values(type.getFields()).flatMap((field) => [
        [`${type.name}.${field.name}`, field.description] as const,
        ...field.args.map((arg) => [`${type.name}.${field.name}(${arg.name})`, arg.description] as const),
      ]),
    ];
  if (isInputObjectType(type))
    return [
      ...own,
      ...Object.values(type.getFields()).map(
        (field) => [`${type.name}.${field.name}`, field.description] as const,
      ),
    ];
  if (isEnumType(type))
    return [
      ...own,
      ...type.getValues().map((value) => [`${type.name}.${value.name}`, value.description] as const),
    ];
  return own;
};

describe('the schema', () => {
  it('is the one that is committed; run scripts/print-schema.ts after a change', () => {
    const committed = readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8');
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(committed);
  });

  it('says who may for every root field', () => {
    const open = rootFields().filter(({ extensions }) => {
      const { pothosOptions } = extensions as { pothosOptions?: { authScopes?: unknown } };
      return !pothosOptions?.authScopes;
    });
    expect(open.map(({ root, name }) => `${root}.${name}`)).toEqual([]);
  });

  it('describes every type, field, argument and value', () => {
    const silent = OUR_TYPES.flatMap(described).filter(([, text]) => !text?.trim());
    expect(silent.map(([place]) => place)).toEqual([]);
  });

  it('lets every mutation fail in expected ways only, each of them an Error', () => {
    const expected = schema.getType('Error');
    const wrong = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, type }) => {
      const named = 'ofType' in type ? type.ofType : type;
      if (!isUnionType(named)) return [`${name} is no union`];
      const success = `${name.charAt(0).toUpperCase()}${name.slice(1)}Success`;
      return named
        .getTypes()
        .filter(
          (member) => member.name !== success && !member.getInterfaces().some((each) => each === expected),
        )
        .map((member) => `${name} may answer ${member.name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('tells every kind of event by a type of its own family, and has no family for nothing', () => {
    const event = schema.getType('Event');
    const families = isInterfaceType(event) ? schema.getPossibleTypes(event).map(({ name }) => name) : [];
    expect(families.sort()).toEqual([...new Set(Object.values(FAMILY_OF))].sort());
  });

  it('has a key in every mutation that writes a case, money or a key', () => {
    // Settings and members have a version; what a customer does behind a link is made harmless by the rules of the case.
    const WITHOUT = [
      'acceptInvitation',
      'changeMemberRole',
      'completeCustomerData',
      'removeMember',
      'sendMethodCode',
      'startPayment',
      'submitCustomerData',
      'updateOrganization',
      'updatePaymentMethod',
    ];
    const keyless = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ args }) => {
      const input = args.find(({ name }) => name === 'input')?.type;
      const type = input && 'ofType' in input ? input.ofType : input;
      return !(isInputObjectType(type) && `${type.getFields().idempotencyKey?.type}` === 'String!');
    });
    expect(keyless.map(({ name }) => name).sort()).toEqual(WITHOUT);
  });
});
