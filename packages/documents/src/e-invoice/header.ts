import type { EInvoiceProfile } from '@zahlwerk/domain/invoices/e-invoice-gaps';
import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { PROFILE_IDS } from './profile.ts';
import { dateNode } from './values.ts';
import { leaf, node, type XmlElement } from './xml.ts';

/** BG-2: which process (BT-23) and which rules (BT-24) the document follows. */
export const writeContext = (profile: EInvoiceProfile): XmlElement => {
  const { process, specification } = PROFILE_IDS[profile];
  return node(
    'rsm:ExchangedDocumentContext',
    process === null
      ? null
      : node('ram:BusinessProcessSpecifiedDocumentContextParameter', leaf('ram:ID', process)),
    node('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', specification)),
  );
};

/**
 * BT-3 of UNTDID 1001. Storno and correction are both 384 with negative quantities: a 381 would turn the signs of the
 * PDF and of the ledger around, and its name is "Gutschrift" in German, which § 14(4) Nr. 10 UStG keeps for self-billing.
 */
const TYPE_CODE = { INVOICE: '380', STORNO: '384', CORRECTION: '384', STATEMENT: null } as const;

/** Number (BT-1), type (BT-3), day of issue (BT-2) and free text (BT-22). */
export const writeDocument = (snapshot: InvoiceSnapshot): XmlElement =>
  node(
    'rsm:ExchangedDocument',
    leaf('ram:ID', snapshot.number),
    leaf('ram:TypeCode', TYPE_CODE[snapshot.kind]),
    dateNode('ram:IssueDateTime', snapshot.issuedOn),
    notesOf(snapshot).map((text) => node('ram:IncludedNote', leaf('ram:Content', text))),
  );

/** BT-22: the texts that people wrote, and why a zero rate applies: BR-Z-10 forbids to give that as a reason. */
const notesOf = ({ intro, closing, vatGroups }: InvoiceSnapshot): readonly string[] => {
  const zeroRated = vatGroups.flatMap(({ category, reason }) => (category === 'Z' ? [reason] : []));
  return [intro, ...zeroRated, closing].filter((text): text is string => Boolean(text?.trim()));
};
