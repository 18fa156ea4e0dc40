import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { DOCUMENT, limitExceeded } from './limits.ts';

/** As graphql's own, but a document with too many tokens is refused with a code before it is read to its end. */
export const parseLimited = (source: string): DocumentNode => {
  try {
    return parse(source, { maxTokens: DOCUMENT.tokens, noLocation: false });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('tokens')) throw limitExceeded('DOCUMENT_TOO_LONG', DOCUMENT.tokens, null);
    throw new GraphQLError(error.message, {
      source: error.source ?? null,
      positions: error.positions ?? null,
      extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } },
    });
  }
};

/** Validation rule: counts aliases (also those of `__typename`) and directives of the whole document. */
export const limitAliasesAndDirectives = (context: ValidationContext): ASTVisitor => {
  let aliases = 0;
  let directives = 0;
  return {
    Field: ({ alias }) => {
      aliases += alias ? 1 : 0;
    },
    Directive: () => {
      directives += 1;
    },
    Document: {
      leave: () => {
        if (aliases > DOCUMENT.aliases)
          context.reportError(limitExceeded('TOO_MANY_ALIASES', DOCUMENT.aliases, aliases));
        if (directives > DOCUMENT.directives)
          context.reportError(limitExceeded('TOO_MANY_DIRECTIVES', DOCUMENT.directives, directives));
      },
    },
  };
};

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Names under which the root fields of an operation would answer, fragments unfolded. */
const rootNames = (
  set: SelectionSetNode,
  fragments: Fragments,
  seen: ReadonlySet<string> = new Set(),
): string[] =>
  set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootNames(selection.selectionSet, fragments, seen);
    const name = selection.name.value;
    const fragment = fragments.get(name);
    return fragment && !seen.has(name)
      ? rootNames(fragment.selectionSet, fragments, new Set([...seen, name]))
      : [];
  });

/** Validation rule: one request does one thing, so that its outcome, its key and its limit are clear. */
export const limitRootMutations = (context: ValidationContext): ASTVisitor => {
  const fragments: Fragments = new Map(
    context
      .getDocument()
      .definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
      ),
  );
  return {
    OperationDefinition: ({ operation, selectionSet }: OperationDefinitionNode) => {
      if (operation !== OperationTypeNode.MUTATION) return;
      const names = new Set(rootNames(selectionSet, fragments));
      if (names.size > DOCUMENT.rootMutations)
        context.reportError(limitExceeded('TOO_MANY_MUTATIONS', DOCUMENT.rootMutations, names.size));
    },
  };
};
