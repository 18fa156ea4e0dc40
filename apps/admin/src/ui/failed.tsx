import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConnectionFailed, RequestFailed } from '../api/graphql-client.ts';
import classes from './failed.module.css';

/** Something could not be read: what has happened, that nothing was written, what to do. */
export const Failed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { t } = useTranslation();
  const text =
    error instanceof ConnectionFailed
      ? t('failed.connection')
      : error instanceof RequestFailed && error.code === 'FORBIDDEN'
        ? t('failed.forbidden')
        : t('failed.unexpected');
  return (
    <div className={classes.failed} role="alert">
      <IconPlugConnectedX size={20} stroke={1.7} aria-hidden className={classes.icon} />
      <div>
        <strong>{t('failed.title')}</strong>
        <p className={classes.text}>{text}</p>
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      </div>
    </div>
  );
};
