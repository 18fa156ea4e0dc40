import { Button } from '@mantine/core';
import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IntegrationsQuery as IntegrationsData } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { ToneBadge } from '../ui/tone-badge.tsx';
import classes from './key-table.module.css';

export type KeyView = IntegrationsData['integrations'][number]['apiKeys'][number];

/** The keys of one partner; a revoked one stays in sight. */
export const KeyTable = ({
  keys,
  onRevoke,
}: {
  keys: readonly KeyView[];
  onRevoke: (key: KeyView) => void;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.scroll}>
      <table className={classes.keys}>
        <thead>
          <tr>
            <th scope="col">{t('partners.name')}</th>
            <th scope="col">{t('partners.scopes')}</th>
            <th scope="col">{t('partners.lastUsed')}</th>
            <th scope="col">{t('partners.expires')}</th>
            <th scope="col">{t('partners.state')}</th>
            <th scope="col">
              <span className="sr-only">{t('partners.revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">
                {key.name}
                <code className={classes.prefix}>{key.prefix}…</code>
              </th>
              <td>{key.scopes.join(', ')}</td>
              <td>{key.lastUsedAt ? format.ago(key.lastUsedAt) : t('partners.never')}</td>
              <td>{key.expiresAt ? format.instant(key.expiresAt) : t('partners.noExpiry')}</td>
              <td>
                {key.revokedAt ? (
                  <ToneBadge tone="idle" icon={IconBan}>
                    {t('partners.revoked')}
                  </ToneBadge>
                ) : (
                  <ToneBadge tone="ok" icon={IconCircleCheck}>
                    {t('partners.active')}
                  </ToneBadge>
                )}
              </td>
              <td>
                {key.revokedAt ? null : (
                  <Button size="compact-xs" variant="default" onClick={() => onRevoke(key)}>
                    {t('partners.revoke')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
