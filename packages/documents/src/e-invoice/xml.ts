import { escapeXml } from '../escape-xml.ts';

/** An element of the XML in the making: a text, or further elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

type Child = XmlElement | null | readonly (XmlElement | null)[];

/** An element with a text; nothing at all where there is none, because an empty element is an error (PEPPOL-EN16931-R008). */
export const leaf = (
  name: string,
  text: string | null,
  attributes: Readonly<Record<string, string>> = {},
): XmlElement | null => (text?.trim() ? { name, attributes, content: text } : null);

/** An element around others, in the order in which they are named: the schema knows no other. */
export const node = (name: string, ...children: readonly Child[]): XmlElement => ({
  name,
  attributes: {},
  content: children.flat().filter((child) => child !== null),
});

/** As `node`, but nothing at all when all of its children are missing. */
export const nodeIfFilled = (name: string, ...children: readonly Child[]): XmlElement | null => {
  const element = node(name, ...children);
  return element.content.length > 0 ? element : null;
};

/** The document as text: UTF-8, one element a line, the same bytes for the same elements. */
export const renderXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${linesOf(root, '').join('\n')}\n`;

const linesOf = ({ name, attributes, content }: XmlElement, indent: string): string[] => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const tag = `${indent}<${name}${written.join('')}`;
  if (typeof content === 'string') return [`${tag}>${escapeXml(content)}</${name}>`];
  if (content.length === 0) return [`${tag}/>`];
  return [`${tag}>`, ...content.flatMap((child) => linesOf(child, `${indent}  `)), `${indent}</${name}>`];
};
