import { Button, CopyButton } from '@mantine/core';
import { IconLink, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentLinkViewFragment } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session/session.ts';
import { type Column, DataTable } from '../table/data-table.tsx';
import { Toolbar } from '../table/toolbar.tsx';
import { useConnection } from '../table/use-connection.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { LinkAmount, LinkStateBadge } from './link-state.tsx';
import { PaymentLinksQuery } from './payment-links.graphql.ts';

const PAGE = 50;

const useLinkColumns = (): readonly Column<PaymentLinkViewFragment>[] => {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('paymentLinks.what'),
        card: 'title',
        cell: ({ id, titleDe, titleEn }) => (
          <Link className="link" to={paths.paymentLink} params={{ linkId: id }}>
            {format.locale === 'de' ? titleDe : titleEn}
          </Link>
        ),
      },
      {
        id: 'state',
        header: t('paymentLinks.state'),
        card: 'left',
        cell: ({ state }) => <LinkStateBadge state={state} />,
      },
      {
        id: 'lastDay',
        header: t('paymentLinks.lastDay'),
        cell: ({ expiresOn }) => (expiresOn ? format.day(expiresOn) : t('paymentLinks.noEnd')),
      },
      {
        id: 'cases',
        header: t('paymentLinks.cases'),
        align: 'right',
        cell: ({ caseCount }) => format.number(caseCount),
      },
      {
        id: 'amount',
        header: t('paymentLinks.howMuch'),
        align: 'right',
        card: 'figure',
        cell: (link) => <LinkAmount link={link} />,
      },
      {
        id: 'copy',
        header: t('paymentLinks.copy'),
        quietHeader: true,
        align: 'right',
        card: 'right',
        cell: ({ url }) => (
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="default" onClick={copy}>
                {copied ? t('common.copied') : t('paymentLinks.copy')}
              </Button>
            )}
          </CopyButton>
        ),
      },
    ],
    [t, format],
  );
};

/** Public addresses under which customers start cases themselves. */
export const PaymentLinksPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { role } = useSession();
  const [isCreating, setCreating] = useState(false);
  const columns = useLinkColumns();
  const links = useConnection({
    queryKey: queryKeys.paymentLinks(),
    load: async (after, signal) =>
      (await execute(PaymentLinksQuery, { first: PAGE, after }, signal)).paymentLinks,
  });
  const create =
    role === 'OWNER' ? (
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
        {t('paymentLinks.new')}
      </Button>
    ) : null;
  return (
    <>
      <PageHeader title={t('paymentLinks.title')} actions={create} />
      <div className="panel">
        <Toolbar
          count={
            links.total === null
              ? null
              : t('paymentLinks.count', { count: links.total, shown: format.number(links.total) })
          }
        />
        {links.error ? (
          <Failed error={links.error} onRetry={links.retry} />
        ) : (
          <DataTable
            label={t('paymentLinks.title')}
            rows={links.rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowVersion={({ version }) => String(version)}
            isLoading={links.isLoading}
            onEnd={links.loadMore}
            empty={
              <Empty icon={IconLink} title={t('paymentLinks.none')} action={create}>
                {t('paymentLinks.noneText')}
              </Empty>
            }
          />
        )}
      </div>
      {isCreating ? (
        <LinkDialog
          onClose={() => setCreating(false)}
          onDone={(linkId) => void navigate({ to: paths.paymentLink, params: { linkId } })}
        />
      ) : null}
    </>
  );
};
