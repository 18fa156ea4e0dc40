import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { KeyTable, type KeyView } from './key-table.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { IntegrationsQuery } from './partners.graphql.ts';
import classes from './partners-page.module.css';
import { RevokeDialog } from './revoke-dialog.tsx';

/** Other programs that work with the desk: who they are, with which keys and rights. */
export const PartnersPage = () => {
  const { t } = useTranslation();
  const [isCreating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<KeyView | null>(null);
  const { data, isPending, error, refetch } = useQuery({
    queryKey: queryKeys.integrations(),
    queryFn: ({ signal }) => execute(IntegrationsQuery, {}, signal),
  });
  if (isPending) return <LoadingPage />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  const newKey = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t('partners.newKey')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('partners.title')}
        below={<span className={classes.text}>{t('partners.text')}</span>}
        actions={newKey}
      />
      <div className={classes.list}>
        {data.integrations.length === 0 ? (
          <div className="panel">
            <Empty icon={IconKey} title={t('partners.none')} action={newKey}>
              {t('partners.noneText')}
            </Empty>
          </div>
        ) : (
          data.integrations.map(({ id, name, description, apiKeys }) => (
            <Section
              key={id}
              title={name}
              flush
              aside={description ? <span className={classes.text}>{description}</span> : null}
            >
              <KeyTable keys={apiKeys} onRevoke={setRevoking} />
            </Section>
          ))
        )}
      </div>
      {isCreating ? (
        <NewKeyDialog
          integrations={data.integrations}
          scopes={data.apiKeyScopes}
          onClose={() => setCreating(false)}
        />
      ) : null}
      {revoking ? <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  );
};
