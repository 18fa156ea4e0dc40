import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
} from 'graphql';
import { selectionOf } from './selection.ts';

/** What an argument names: an object by its id, or something by a text of its own. */
export type Reference = string;

/** Answers what stands at a place that names something. */
export type Fill = (reference: Reference) => string;

export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly field: string;
  /** Which place of the arguments is filled with what belongs to somebody else; null: there is none. */
  readonly foreignAt: string | null;
  readonly document: string;
  /** The variables, with `foreign` at the one place (or everywhere that is required) and `own` at the others. */
  readonly variables: (own: Fill, foreign: Fill) => Readonly<Record<string, unknown>>;
}

type Place = GraphQLArgument | GraphQLInputField;

/** Names of places that hold an id, and the type of what they name. A new one has to be added here to be tested. */
const KINDS: Readonly<Record<string, Reference>> = {
  accountId: 'LedgerAccount',
  allocationId: 'Allocation',
  apiKeyId: 'ApiKey',
  approvalId: 'Approval',
  assignedTo: 'Member',
  assigneeId: 'Member',
  caseId: 'PaymentCase',
  customerId: 'Customer',
  survivorId: 'Customer',
  mergedId: 'Customer',
  attachmentId: 'Attachment',
  disputeId: 'Dispute',
  discrepancyId: 'Discrepancy',
  documentId: 'Document',
  importId: 'BankImport',
  integrationId: 'Integration',
  memberId: 'Member',
  methodId: 'PaymentMethod',
  organizationId: 'Organization',
  paymentId: 'Payment',
  paymentLinkId: 'PaymentLink',
  payoutId: 'Payout',
  readerId: 'Reader',
  receiptId: 'OtherReceipt',
  refundId: 'Refund',
  taskId: 'Task',
  transactionId: 'BankTransaction',
};

/** Texts that can name something of somebody else as well. */
const TEXTS: ReadonlySet<string> = new Set(['after', 'before', 'externalRef', 'number', 'search', 'token']);

const referenceOf = (
  kind: Operation['kind'],
  field: GraphQLField<unknown, unknown>,
  place: Place,
): Reference | null => {
  const type = getNamedType(place.type).name;
  if (type === 'ID') {
    const named = place.name === 'id' ? getNamedType(field.type).name : KINDS[place.name];
    if (!named) throw new Error(`What does the id ${field.name}.${place.name} name? Say so in KINDS.`);
    return named;
  }
  // A key is taken by whoever sends it first; only where it is asked for does it name something.
  if (place.name === 'idempotencyKey') return kind === 'mutation' ? 'fresh key' : 'key';
  if (!TEXTS.has(place.name)) return null;
  return place.name === 'after' || place.name === 'before' ? `cursor:${field.name}` : place.name;
};

const SCALARS: Readonly<Record<string, unknown>> = {
  BigInt: '1',
  Boolean: true,
  CurrencyCode: 'EUR',
  DateTime: '2026-11-23T09:00:00Z',
  Decimal: '1.00',
  Float: 1,
  Int: 1,
  JSON: {},
  String: 'Ein Text',
};

interface Filling {
  readonly kind: Operation['kind'];
  readonly field: GraphQLField<unknown, unknown>;
  /** The place whose reference is somebody else's. */
  readonly foreignAt: string | null;
  readonly today: string;
  readonly own: Fill;
  readonly foreign: Fill;
}

const isRequired = ({ type, defaultValue }: Place): boolean =>
  isNonNullType(type) && defaultValue === undefined;

const scalarOf = ({ today }: Filling, place: Place): unknown => {
  const type = getNamedType(place.type);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return type.name === 'Date' ? today : SCALARS[type.name];
};

const contentOf = (filling: Filling, place: Place, path: string): unknown => {
  const type = getNamedType(place.type);
  const isList = isListType(isNonNullType(place.type) ? place.type.ofType : place.type);
  const wrap = (value: unknown): unknown => (isList ? [value] : value);
  if (isInputObjectType(type)) return wrap(valuesOf(filling, Object.values(type.getFields()), path));
  const reference = referenceOf(filling.kind, filling.field, place);
  if (!reference) return wrap(scalarOf(filling, place));
  return wrap((path === filling.foreignAt ? filling.foreign : filling.own)(reference));
};

/** What is required, and what leads to the place that is looked at. */
const valuesOf = (
  filling: Filling,
  places: readonly Place[],
  path = '',
): Readonly<Record<string, unknown>> => {
  const given = places.filter((place) => {
    const at = path ? `${path}.${place.name}` : place.name;
    return isRequired(place) || filling.foreignAt === at || filling.foreignAt?.startsWith(`${at}.`);
  });
  return Object.fromEntries(
    given.map((place) => [
      place.name,
      contentOf(filling, place, path ? `${path}.${place.name}` : place.name),
    ]),
  );
};

const MOST_LEVELS = 4;

/** Every place of a field's arguments that names something, as `input.caseId`. */
const placesOf = (
  kind: Operation['kind'],
  field: GraphQLField<unknown, unknown>,
  places: readonly Place[],
  path = '',
  level = 0,
): readonly string[] =>
  places.flatMap((place) => {
    const at = path ? `${path}.${place.name}` : place.name;
    const type: GraphQLInputType = getNamedType(place.type);
    if (isInputObjectType(type))
      return level < MOST_LEVELS ? placesOf(kind, field, Object.values(type.getFields()), at, level + 1) : [];
    const reference = referenceOf(kind, field, place);
    return reference && reference !== 'fresh key' ? [at] : [];
  });

const documentOf = (
  kind: Operation['kind'],
  field: GraphQLField<unknown, unknown>,
  given: readonly string[],
  selection: string,
): string => {
  const args = field.args.filter(({ name }) => given.includes(name));
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${kind}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`} ${selection} }`;
};

const ROOTS = {
  query: 'getQueryType',
  mutation: 'getMutationType',
  subscription: 'getSubscriptionType',
} as const;

type RootField = GraphQLField<unknown, unknown>;

/** `node` once per type that it can find, the others once. */
const selectionsOf = (
  schema: GraphQLSchema,
  field: RootField,
): readonly (readonly [string, GraphQLObjectType | null])[] => {
  const named = getNamedType(field.type);
  return isInterfaceType(named) && named.name === 'Node'
    ? schema
        .getPossibleTypes(named)
        .map((type) => [`{ ... on ${type.name} ${selectionOf(schema, type)} }`, type])
    : [[selectionOf(schema, field.type), null]];
};

const operationsOfField = (
  schema: GraphQLSchema,
  kind: Operation['kind'],
  field: RootField,
  today: string,
): readonly Operation[] =>
  selectionsOf(schema, field).flatMap(([selection, type]) =>
    [null, ...placesOf(kind, field, field.args)].map((foreignAt): Operation => {
      const variables = (own: Fill, foreign: Fill) => {
        const asType = (fill: Fill): Fill => (type ? () => fill(type.name) : fill);
        return valuesOf(
          { kind, field, foreignAt, today, own: asType(own), foreign: asType(foreign) },
          field.args,
        );
      };
      const given = Object.keys(variables(String, String));
      const document = documentOf(kind, field, given, selection);
      return {
        kind,
        field: type ? `${field.name} ${type.name}` : field.name,
        foreignAt,
        document,
        variables,
      };
    }),
  );

/**
 * Every operation that the schema allows: each root field once without a reference to anything of somebody else, and
 * once per place of its arguments that could name something, with everything selected that can come back.
 */
export const operationsOf = (schema: GraphQLSchema, today: string): readonly Operation[] =>
  (['query', 'mutation', 'subscription'] as const).flatMap((kind) =>
    Object.values(schema[ROOTS[kind]]()?.getFields() ?? {}).flatMap((field) =>
      operationsOfField(schema, kind, field, today),
    ),
  );
