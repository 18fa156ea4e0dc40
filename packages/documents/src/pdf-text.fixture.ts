import { getDocumentProxy } from 'unpdf';

/** A piece of text as it stands on a page: points from the lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The texts of every page in reading order, as an independent PDF reader sees them. */
export const readPages = async (bytes: Uint8Array): Promise<PlacedText[][]> => {
  // The reader takes the buffer over, so it gets a copy.
  const pdf = await getDocumentProxy(bytes.slice());
  const pages: PlacedText[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width }]
          : [],
      ),
    );
  }
  return pages;
};

/** All text of a document with single spaces, for `toContain`. */
export const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await readPages(bytes))
    .flatMap((page) => page.map(({ text }) => text))
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ');
