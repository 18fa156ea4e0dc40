import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isUnionType,
} from 'graphql';

/** How many objects deep; what only wraps a list (connection, edge, node) does not count. */
const LEVELS = 2;
const WRAPPER = /(Connection|ConnectionEdge|Edge)$/;

/** A required argument inside a selection is an enum, such as the step of a checklist; anything else is left out. */
const argumentsOf = ({ args }: GraphQLField<unknown, unknown>): string | null => {
  const given: string[] = args.some(({ name }) => name === 'first') ? ['first: 2'] : [];
  for (const { name, type, defaultValue } of args) {
    if (!isNonNullType(type) || defaultValue !== undefined) continue;
    const enumeration = getNamedType(type);
    if (!isEnumType(enumeration)) return null;
    given.push(`${name}: ${enumeration.getValues()[0]?.name}`);
  }
  return given.length > 0 ? `(${given.join(', ')})` : '';
};

type Fields = readonly GraphQLField<unknown, unknown>[];

const select = (
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  level: number,
  within: readonly string[],
): string | null => {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (within.includes(named.name)) return null;
  const deeper = WRAPPER.test(named.name) ? level : level - 1;
  if (deeper < 0) return null;
  const selectFields = (fields: Fields): string =>
    fields
      .flatMap((field) => {
        const args = argumentsOf(field);
        const selection = args === null ? null : select(schema, field.type, deeper, [...within, named.name]);
        return selection === null ? [] : [`${field.name}${args} ${selection}`];
      })
      .join(' ');
  const shared = isUnionType(named) ? {} : named.getFields();
  const members = isAbstractType(named) ? schema.getPossibleTypes(named) : [];
  // What all of them have is selected once, or the document of a wide interface gets too long.
  const own = members.map((member) => {
    const fields = Object.values(member.getFields()).filter(({ name }) => !(name in shared));
    return fields.length > 0 ? `... on ${member.name} { __typename ${selectFields(fields)} }` : '';
  });
  return `{ __typename ${selectFields(Object.values(shared))} ${own.join(' ')} }`;
};

/** Selects everything that can be reached from a type in a few steps, each type once on the way. */
export const selectionOf = (schema: GraphQLSchema, type: GraphQLOutputType): string =>
  select(schema, type, LEVELS, []) ?? '';
