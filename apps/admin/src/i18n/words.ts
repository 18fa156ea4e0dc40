/** The shape of a dictionary in another language: the same keys, any text. */
export type Words<TDictionary> = {
  readonly [TKey in keyof TDictionary]: TDictionary[TKey] extends string ? string : Words<TDictionary[TKey]>;
};
