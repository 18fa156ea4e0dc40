import { GraphQLError, Kind, type ValueNode } from 'graphql';

const MAX_DEPTH = 20;
const DANGEROUS = new Set(['__proto__', 'constructor', 'prototype']);

/** A copy without the keys that could reach an object's prototype. Refuses what is nested deeper than 20 levels. */
export const cleanJson = (value: unknown, depth = 0): unknown => {
  if (depth > MAX_DEPTH) {
    throw new GraphQLError(`JSON may be nested at most ${MAX_DEPTH} levels deep.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !DANGEROUS.has(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, cleanJson(item, depth + 1)]));
};

/** The JSON value that is written out in a document. */
export const jsonOfLiteral = (node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown => {
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((item) => jsonOfLiteral(item, variables));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map(({ name, value }) => [name.value, jsonOfLiteral(value, variables)]),
      );
    case Kind.VARIABLE:
      return variables[node.name.value];
    default:
      return node.value;
  }
};
