import type { StatementKind } from '../bank-statement.ts';
import { withoutPrefix, type XmlElement } from '../xml/xml-element.ts';

interface Message {
  readonly kind: StatementKind;
  /** The element under `Document`, and the one for each account under it. */
  readonly body: string;
  readonly statement: string;
}

const MESSAGES: Readonly<Record<string, Message>> = {
  'camt.052': { kind: 'REPORT', body: 'BkToCstmrAcctRpt', statement: 'Rpt' },
  'camt.053': { kind: 'STATEMENT', body: 'BkToCstmrStmt', statement: 'Stmt' },
  'camt.054': { kind: 'NOTIFICATION', body: 'BkToCstmrDbtCdtNtfctn', statement: 'Ntfctn' },
};

/** .001.02 is what banks sent until November 2025 and what old files are; .001.08 is what they send since. */
const VERSIONS = ['001.02', '001.08'];

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.05[234])\.(\d{3}\.\d{2})$/;

/** The namespaces that the root declares; its own is the one of its prefix. */
const namespaceOf = (root: XmlElement): string | null => {
  const declared = Object.entries(root.attributes).filter(
    ([name]) => name === 'xmlns' || name.startsWith('xmlns:'),
  );
  const own = declared.find(([name]) =>
    name === 'xmlns' ? root.prefix === '' : withoutPrefix(name) === root.prefix,
  );
  return own?.[1] ?? null;
};

/** Root and namespace decide what a file is; its name and what it claims elsewhere do not. */
export const statementElements = (
  root: XmlElement,
): { readonly kind: StatementKind; readonly elements: readonly XmlElement[] } => {
  const namespace = namespaceOf(root);
  const [, type = '', version = ''] = NAMESPACE.exec(namespace ?? '') ?? [];
  const message = Object.hasOwn(MESSAGES, type) ? MESSAGES[type] : undefined;
  if (root.name !== 'Document' || !message) return root.refuse('NOT_CAMT', namespace ?? root.name);
  if (!VERSIONS.includes(version)) return root.refuse('VERSION_UNKNOWN', `${type}.${version}`);
  const body = root.first(message.body) ?? root.refuse('NOT_CAMT', `${type} without ${message.body}`);
  const elements = body.all(message.statement);
  if (elements.length === 0) return body.refuse('ELEMENT_MISSING', message.statement);
  return { kind: message.kind, elements };
};
