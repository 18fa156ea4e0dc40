import type { ErrorFieldsFragment } from '#gql/graphql';

/** A mutation said no, with a typed reason. Nothing has been written. */
export class Refused extends Error {
  readonly error: ErrorFieldsFragment;

  constructor(error: ErrorFieldsFragment) {
    super(error.message);
    this.error = error;
  }
}

type Member = { readonly __typename: string };
/** The members of a result union that are a success, told by their name. */
export type SuccessOf<TResult extends Member> = Extract<TResult, { readonly __typename: `${string}Success` }>;

const isSuccess = <TResult extends Member>(result: TResult): result is SuccessOf<TResult> =>
  result.__typename.endsWith('Success');

/** Takes the success out of a result union; throws `Refused` for every other member. */
export const unwrap = <TResult extends Member>(result: TResult): SuccessOf<TResult> => {
  if (isSuccess(result)) return result;
  throw new Refused(result as unknown as ErrorFieldsFragment);
};

/** Every mutation takes one argument `input`; its fields are named from there on. */
const inputPath = (path: readonly string[]): string => (path[0] === 'input' ? path.slice(1) : path).join('.');

/** Messages per input path, such as `customer.email`, when the server has refused single fields. */
export const fieldErrors = (error: unknown): Readonly<Record<string, string>> => {
  if (!(error instanceof Refused) || !('fields' in error.error)) return {};
  return Object.fromEntries(error.error.fields.map(({ path, message }) => [inputPath(path), message]));
};
