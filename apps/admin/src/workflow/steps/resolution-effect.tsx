import { useTranslation } from 'react-i18next';
import type { MoneyText } from '../../format/use-format.ts';
import { useFormat } from '../../format/use-format.ts';

interface Offer {
  readonly allocate: MoneyText;
  readonly writeOff: MoneyText;
  readonly credit: MoneyText;
  readonly needsSecondPerson: boolean;
}

/** What a resolution will do to the ledger, before it is chosen. */
export const ResolutionEffect = ({ offer }: { offer: Offer }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = [
    offer.allocate.minor === '0' ? null : t('effect.allocate', { amount: format.money(offer.allocate) }),
    offer.writeOff.minor === '0' ? null : t('effect.writeOff', { amount: format.money(offer.writeOff) }),
    offer.credit.minor === '0' ? null : t('effect.credit', { amount: format.money(offer.credit) }),
    offer.needsSecondPerson ? t('effect.secondPerson') : null,
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
};
