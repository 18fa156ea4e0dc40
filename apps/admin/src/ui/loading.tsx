import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Lines in the place and height of what is coming, so that nothing jumps when it is there. */
export const LoadingLines = ({ lines = 6, height = 40 }: { lines?: number; height?: number }) => {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('common.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={height - 12} my={6} radius="sm" />
      ))}
    </div>
  );
};

export const LoadingPage = () => (
  <div>
    <Skeleton height={28} width={220} mb={24} radius="sm" />
    <LoadingLines lines={10} />
  </div>
);
