/** The API takes nothing larger. */
const MAX_SIZE = 10 * 1024 * 1024;

/** What the API keeps; it looks at the content as well, which the panel leaves to it. */
export const EXTENSIONS = ['pdf', 'png', 'jpg', 'jpeg', 'txt', 'csv'] as const;

/** For the file chooser of the browser. */
export const ACCEPT = EXTENSIONS.map((extension) => `.${extension}`).join(',');

const PROBLEMS = [
  'FILE_TYPE_NOT_ALLOWED',
  'FILE_TOO_LARGE',
  'FILE_EMPTY',
  'UNAUTHENTICATED',
  'FORBIDDEN',
] as const;

/** Why a file cannot be kept: what the panel sees before it sends anything, and what the API answers. */
export type FileProblem = (typeof PROBLEMS)[number];

export const toFileProblem = (code: unknown): FileProblem | null =>
  PROBLEMS.find((problem) => problem === code) ?? null;

/** What speaks against a file before a byte of it is sent; null when nothing does. */
export const fileProblem = ({ name, size }: Pick<File, 'name' | 'size'>): FileProblem | null => {
  const extension = name.toLowerCase().split('.').at(-1);
  if (!EXTENSIONS.some((known) => known === extension)) return 'FILE_TYPE_NOT_ALLOWED';
  if (size === 0) return 'FILE_EMPTY';
  return size > MAX_SIZE ? 'FILE_TOO_LARGE' : null;
};
