import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
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

const select = (
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  level: number,
  within: readonly string[],
): string | null => {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isAbstractType(named)) {
    const members = schema.getPossibleTypes(named).map((member) => {
      const selection = select(schema, member, level, within);
      return selection ? `... on ${member.name} ${selection}` : '';
    });
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(named) || within.includes(named.name)) return null;
  const deeper = WRAPPER.test(named.name) ? level : level - 1;
  if (deeper < 0) return null;
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const args = argumentsOf(field);
    const selection = args === null ? null : select(schema, field.type, deeper, [...within, named.name]);
    return selection === null ? [] : [`${field.name}${args} ${selection}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
};

/** Selects everything that can be reached from a type in a few steps, each type once on the way. */
export const selectionOf = (schema: GraphQLSchema, type: GraphQLOutputType): string =>
  select(schema, type, LEVELS, []) ?? '';
