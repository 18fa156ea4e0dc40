import { useTranslation } from 'react-i18next';

/** Who can lift what stands in the way, as a person reads it: colleagues by name, else the provider or the customer. */
export const useUnblocker = (): ((who: string) => string) => {
  const { t } = useTranslation();
  return (who) => (who === 'PROVIDER' || who === 'CUSTOMER' ? t(`unblocker.${who}`) : who);
};
