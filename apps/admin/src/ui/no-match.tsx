import { Button } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from './empty.tsx';

interface NoMatchProps extends Pick<ComponentProps<typeof Empty>, 'icon' | 'title'> {
  readonly onClear: () => void;
}

/** A list that is empty only because of its filters, and the way to get rid of them. */
export const NoMatch = ({ icon, title, onClear }: NoMatchProps) => {
  const { t } = useTranslation();
  return (
    <Empty
      icon={icon}
      title={title}
      action={
        <Button variant="default" onClick={onClear}>
          {t('cases.clearFilters')}
        </Button>
      }
    >
      {t('cases.noMatchText')}
    </Empty>
  );
};
