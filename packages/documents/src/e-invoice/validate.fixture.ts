import { Profile, validateXsd } from '@stackforge-eu/factur-x';
import type { EInvoiceProfile } from '@zahlwerk/domain/invoices/e-invoice-gaps';
import { XmlDocument } from 'libxml2-wasm';
import { arithmeticProblems } from './arithmetic.fixture.ts';
import { EN16931_RULES } from './en16931-rules.fixture.ts';
import { CII, type Rule } from './rule.fixture.ts';
import { XRECHNUNG_RULES } from './xrechnung-rules.fixture.ts';

const RULES: Readonly<Record<EInvoiceProfile, readonly Rule[]>> = {
  EN16931: EN16931_RULES,
  XRECHNUNG: [...EN16931_RULES, ...XRECHNUNG_RULES],
};

/**
 * What an independent reader finds wrong with an e-invoice: the official schema of Factur-X 1.09 in libxml2, the business
 * rules by their ids, and the sums computed anew. Empty when it is valid.
 */
export const problemsOf = async (
  xml: string,
  profile: EInvoiceProfile,
  isVatInPrices = false,
): Promise<readonly string[]> => {
  const schema = await validateXsd(xml, Profile.EN16931);
  if (!schema.valid) return schema.errors.map(({ message }) => `XSD: ${message}`);
  return reading(xml, (document) => [
    ...RULES[profile].filter((rule) => !holds(document, rule)).map(({ id }) => id),
    ...arithmeticProblems(document, isVatInPrices),
  ]);
};

/** Lends the parsed document; it lies in memory that has to be given back. */
export const reading = <T>(xml: string, read: (document: XmlDocument) => T): T => {
  const document = XmlDocument.fromString(xml);
  try {
    return read(document);
  } finally {
    document.dispose();
  }
};

const holds = (document: XmlDocument, { at, test }: Rule): boolean =>
  document.find(at, CII).every((place) => place.eval(`boolean(${test})`, CII) === true);
