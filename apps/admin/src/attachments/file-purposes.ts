/** What a file can be. The API keeps the word as it is, so that partners may use others. */
export const FILE_PURPOSES = [
  'AGREEMENT',
  'ORDER',
  'DELIVERY_NOTE',
  'SLIP',
  'CORRESPONDENCE',
  'IDENTITY',
  'OTHER',
] as const;

export type FilePurpose = (typeof FILE_PURPOSES)[number];
