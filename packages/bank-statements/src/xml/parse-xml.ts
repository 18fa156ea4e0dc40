import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { lineAt } from '../decode-text.ts';
import { StatementRefused } from '../statement-refusal.ts';
import { decodeXmlText } from './decode-xml.ts';
import { CDATA, type ParsedNode, TEXT, XmlElement } from './xml-element.ts';

/** A camt message is about fifteen deep. */
const DEEPEST = 40;
/** Twenty megabytes of a bank's XML have well below a million tags; nothing but tags would fill the memory. */
const MOST_TAGS = 1_500_000;

/**
 * Nothing is guessed: no number, no date, no entity. Order and spaces stay, because a text may have been cut at any place;
 * only the indentation between elements goes.
 */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  textNodeName: TEXT,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
  captureMetaData: true,
  maxNestedTags: DEEPEST,
  // Otherwise it writes the way to each text out for a callback that does not look at it.
  jPath: false,
  tagValueProcessor: (_name, value) => (value.trim() === '' ? '' : value),
});

/** Reads an XML file into its root element, or refuses it with the line that is wrong. */
export const parseXml = (bytes: Uint8Array): XmlElement => {
  const text = decodeXmlText(bytes);
  // A statement needs none, and a DTD is where entity bombs and foreign files come from.
  const dtd = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (dtd >= 0) throw new StatementRefused('DTD_NOT_ALLOWED', lineAt(text, dtd));
  if (countOf(text, '<') > MOST_TAGS) throw new StatementRefused('XML_TOO_DEEP');
  refuseMalformed(text);
  const [root] = parse(text);
  if (!root) throw new StatementRefused('XML_MALFORMED', 1);
  return new XmlElement(root, text);
};

const refuseMalformed = (text: string): void => {
  const valid = XMLValidator.validate(text);
  if (valid === true) return;
  const { msg, line } = valid.err;
  // What has no end names no place of its own: the place is where the file stops.
  const isCutOff = /^(?:Unclosed|Invalid '\[)/.test(msg);
  throw new StatementRefused('XML_MALFORMED', isCutOff ? lineAt(text, text.length) : line, msg.slice(0, 200));
};

const parse = (text: string): readonly ParsedNode[] => {
  try {
    const nodes = parser.parse(text) as ParsedNode[];
    return nodes.filter((node) => !(TEXT in node));
  } catch (error) {
    // The validator has let it pass, so that only the depth is left.
    throw new StatementRefused('XML_TOO_DEEP', null, error instanceof Error ? error.message : null);
  }
};

const countOf = (text: string, character: string): number => {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
};
