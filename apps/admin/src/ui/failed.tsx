import { Alert, Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConnectionFailed, RequestFailed } from '../api/graphql-client.ts';

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
    <Alert
      color="red"
      variant="light"
      icon={<IconPlugConnectedX size={18} />}
      title={t('failed.title')}
      role="alert"
    >
      <p>{text}</p>
      <Button size="xs" variant="default" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </Alert>
  );
};
