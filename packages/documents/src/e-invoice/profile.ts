import type { EInvoiceProfile } from '@zahlwerk/domain/invoices/e-invoice-gaps';

interface ProfileIds {
  /** BT-24. */
  readonly specification: string;
  /** BT-23; EN 16931 asks for none. */
  readonly process: string | null;
}

/** By what a recipient recognizes the rules that an e-invoice follows. */
export const PROFILE_IDS: Readonly<Record<EInvoiceProfile, ProfileIds>> = {
  EN16931: { specification: 'urn:cen.eu:en16931:2017', process: null },
  XRECHNUNG: {
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  },
};
