import { INTL_LOCALE } from '@zahlwerk/domain/money/format-money';
import { useFormat } from '../format/use-format.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** A size as people read it: `36 Byte`, `1,4 MB`. */
export const formatFileSize = (bytes: number, locale: 'de' | 'en'): string => {
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)), UNITS.length - 1);
  const format = new Intl.NumberFormat(INTL_LOCALE[locale], {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1000 ** power);
};

export const useFileSize = (): ((bytes: number) => string) => {
  const { locale } = useFormat();
  return (bytes) => formatFileSize(bytes, locale);
};
