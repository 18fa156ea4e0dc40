import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from './empty.tsx';

export const NotFound = () => {
  const { t } = useTranslation();
  return (
    <Empty
      icon={IconMapOff}
      title={t('frame.notFoundTitle')}
      action={
        <Button component="a" href="/" variant="default">
          {t('frame.toOverview')}
        </Button>
      }
    >
      {t('frame.notFound')}
    </Empty>
  );
};
