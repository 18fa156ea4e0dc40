import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';

/** The first thing to do on a screen that fills by itself as soon as cases run. */
export const ToCases = () => {
  const { t } = useTranslation();
  return (
    <Button variant="default" renderRoot={(props) => <Link {...props} to={paths.cases} />}>
      {t('payments.toCases')}
    </Button>
  );
};
