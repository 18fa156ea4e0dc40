import { useTranslation } from 'react-i18next';

export interface MethodView {
  readonly type: string;
  readonly state: string;
  readonly brand: string | null;
  readonly last4: string | null;
  readonly holder: string | null;
  readonly isDefault: boolean;
  readonly expiresOn: string | null;
  readonly noticedAt: string | null;
  readonly singleChannel: boolean;
  readonly reviewReason?: string | null;
}

const TYPES = ['CARD', 'SEPA_DEBIT', 'BANK_TRANSFER'] as const;

/** A payment method in short: `Visa •••• 4242`. */
export const useMethodLabel = (): ((method: Pick<MethodView, 'type' | 'brand' | 'last4'>) => string) => {
  const { t } = useTranslation();
  return ({ type, brand, last4 }) => {
    const known = TYPES.find((one) => one === type);
    const name = brand ? brand.charAt(0).toUpperCase() + brand.slice(1) : known ? t(`method.${known}`) : type;
    return last4 ? `${name} •••• ${last4}` : name;
  };
};
