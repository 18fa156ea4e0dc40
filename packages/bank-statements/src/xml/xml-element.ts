import { XMLParser } from 'fast-xml-parser';
import { lineAt } from '../decode-text.ts';
import { type StatementRefusalCode, StatementRefused } from '../statement-refusal.ts';
import { decodeEntities } from './decode-entities.ts';

/** A node as the parser leaves it: its name with its children, attributes under `:@`, text under `#text` or `#cdata`. */
export type ParsedNode = Readonly<Record<string | symbol, unknown>>;

export const TEXT = '#text';
export const CDATA = '#cdata';
const ATTRIBUTES = ':@';
// The parser types it as the wrapper object, but hands out the primitive.
const POSITION = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** An element of a statement, by its name without the prefix; a view of the parsed node, so a big file is held once. */
export class XmlElement {
  readonly name: string;
  readonly #tag: string;
  readonly #node: ParsedNode;
  readonly #source: string;

  constructor(node: ParsedNode, source: string) {
    this.#tag = Object.keys(node).find((key) => key !== ATTRIBUTES) ?? '';
    this.name = withoutPrefix(this.#tag);
    this.#node = node;
    this.#source = source;
  }

  /** What stands before its name and a colon; empty for an element of the default namespace. */
  get prefix(): string {
    return this.#tag.slice(0, -this.name.length - 1);
  }

  get line(): number {
    const position = this.#node[POSITION] as { startIndex?: number } | undefined;
    return lineAt(this.#source, position?.startIndex ?? 0);
  }

  get attributes(): Readonly<Record<string, string>> {
    return (this.#node[ATTRIBUTES] ?? {}) as Record<string, string>;
  }

  get #content(): readonly ParsedNode[] {
    return (this.#node[this.#tag] ?? []) as ParsedNode[];
  }

  /** The text in it, as it is written: spaces at its ends matter where a bank has cut a line. */
  get text(): string {
    return this.#content
      .map((node) => {
        if (TEXT in node) return decodeEntities(String(node[TEXT])) ?? this.#refuseEntity();
        if (CDATA in node) return textOfCdata(node[CDATA] as ParsedNode[]);
        return '';
      })
      .join('');
  }

  /** All elements at the end of a way of names, in the order of the file. */
  all(...way: readonly string[]): readonly XmlElement[] {
    const [name, ...rest] = way;
    if (name === undefined) return [this];
    const found: XmlElement[] = [];
    for (const node of this.#content) {
      if (TEXT in node || CDATA in node) continue;
      const child = new XmlElement(node, this.#source);
      if (child.name === name) found.push(...child.all(...rest));
    }
    return found;
  }

  first(...way: readonly string[]): XmlElement | null {
    return this.all(...way)[0] ?? null;
  }

  /** The trimmed text of the first element at the end of a way, or null where there is none or nothing in it. */
  value(...way: readonly string[]): string | null {
    return this.first(...way)?.text.trim() || null;
  }

  /** Ends the reading of the file because of this element. */
  refuse(code: StatementRefusalCode, detail: string | null): never {
    throw new StatementRefused(code, this.line, detail);
  }

  #refuseEntity(): never {
    return this.refuse('XML_MALFORMED', 'entity');
  }
}

export const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

const textOfCdata = (content: readonly ParsedNode[]): string =>
  content.map((node) => String(node[TEXT] ?? '')).join('');
