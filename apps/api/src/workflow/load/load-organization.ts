import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { CountryCode } from '@zahlwerk/domain/customers/country';
import { isCountryCode } from '@zahlwerk/domain/customers/country';
import type { Seller } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import type { SkontoTerms } from '@zahlwerk/domain/invoices/skonto-terms';
import type { CaseOrganization } from '@zahlwerk/domain/workflow/payment-case';

type Row = Awaited<ReturnType<TenantTransaction['organization']['findUniqueOrThrow']>>;

const countryOf = (code: string): CountryCode => {
  if (!isCountryCode(code)) throw new RangeError(`Unknown country: ${code}`);
  return code;
};

/** Terms from their two columns, of a business or of a case; the database has both or none. */
export const toSkonto = ({
  skontoBasisPoints,
  skontoDays,
}: Pick<Row, 'skontoBasisPoints' | 'skontoDays'>): SkontoTerms | null =>
  skontoBasisPoints && skontoDays ? { basisPoints: skontoBasisPoints, days: skontoDays } : null;

/** The business as it appears on its documents. */
export const sellerOf = (row: Row): Seller => ({
  name: row.legalName,
  street: row.street ?? '',
  postalCode: row.postalCode ?? '',
  city: row.city ?? '',
  country: countryOf(row.country),
  taxNumber: row.taxNumber,
  vatId: row.vatId,
  smallBusiness: row.smallBusiness,
  email: row.email,
  phone: row.phone,
  website: row.website,
  register: row.registerEntry,
  management: row.representedBy,
  bankAccount: row.iban
    ? { holder: row.accountHolder ?? row.legalName, iban: row.iban, bic: row.bic, bankName: row.bankName }
    : null,
});

export const loadOrganization = async (
  tx: TenantTransaction,
  organizationId: string,
): Promise<CaseOrganization> => {
  const row = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    include: {
      members: { where: { state: 'ACTIVE' }, orderBy: { joinedAt: 'asc' } },
      providerAccounts: {
        where: { disabledAt: null },
        select: { readers: { where: { removedAt: null }, select: { id: true }, take: 1 } },
      },
    },
  });
  return {
    id: organizationId,
    seller: sellerOf(row),
    accountsEmail: row.accountsEmail,
    locale: row.locale,
    timeZone: row.timeZone,
    singleControl: row.singleControl,
    hasProvider: row.providerAccounts.length > 0,
    transfersTo: row.transfersTo,
    skonto: toSkonto(row),
    hasReader: row.providerAccounts.some(({ readers }) => readers.length > 0),
    members: row.members.map(({ id, role, displayName }) => ({ id, role, name: displayName })),
  };
};
