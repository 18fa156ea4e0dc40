import { type ASTVisitor, GraphQLError, type StringValueNode, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Postgres refuses NUL, and half a surrogate pair would come back as another character. */
const isFit = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

const unfit = (nodes: readonly StringValueNode[] = []): GraphQLError =>
  new GraphQLError('A text holds NUL or half of a surrogate pair.', {
    nodes,
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });

/** Looks at every text, keys included; without recursion, because variables may be nested very deep. */
export const holdsUnfitText = (value: unknown): boolean => {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string' && !isFit(next)) return true;
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, item] of Object.entries(next)) {
      if (!isFit(key)) return true;
      waiting.push(item);
    }
  }
  return false;
};

/** Validation rule: the same for texts that are written out in the document. */
const refuseUnfitLiterals = (context: ValidationContext): ASTVisitor => ({
  StringValue: (node) => {
    if (!isFit(node.value)) context.reportError(unfit([node]));
  },
});

/** Refuses text that cannot be kept as it is, at the door and for every field at once. */
export const useFitText = (): Plugin => ({
  onParams: ({ params, setResult }) => {
    if (holdsUnfitText(params.variables)) setResult({ errors: [unfit()] });
  },
  onValidate: ({ addValidationRule }) => {
    addValidationRule(refuseUnfitLiterals);
  },
});
