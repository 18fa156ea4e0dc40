import { Button, Group } from '@mantine/core';
import { IconArrowsExchange, IconPencil, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentLinkViewFragment } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session/session.ts';
import { DataTable } from '../table/data-table.tsx';
import { useConnection } from '../table/use-connection.ts';
import { Empty } from '../ui/empty.tsx';
import { Facts } from '../ui/facts.tsx';
import { Failed } from '../ui/failed.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { caseVersion, useCaseColumns } from '../workflow/case-columns.tsx';
import { LinkAddress } from './link-address.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { LinkAmount, LinkStateBadge } from './link-state.tsx';
import classes from './payment-link-page.module.css';
import { PaymentLinkCasesQuery, PaymentLinkQuery, UpdatePaymentLink } from './payment-links.graphql.ts';

const PAGE = 50;
const NO_CASES = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

/** Switching on and off, and changing: the owner's. */
const LinkActions = ({ link }: { link: PaymentLinkViewFragment }) => {
  const { t } = useTranslation();
  const [isChanging, setChanging] = useState(false);
  const switching = useSubmission({
    send: async (enabled: boolean, idempotencyKey) => {
      const input = { paymentLinkId: link.id, expectedVersion: link.version, enabled, idempotencyKey };
      return unwrap((await execute(UpdatePaymentLink, { input })).updatePaymentLink);
    },
    stale: [queryKeys.paymentLinks()],
  });
  const SwitchIcon = link.enabled ? IconPlayerPause : IconPlayerPlay;
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          loading={switching.isSending}
          leftSection={<SwitchIcon size={16} aria-hidden />}
          onClick={() => switching.submit(!link.enabled)}
        >
          {t(link.enabled ? 'paymentLinks.switchOff' : 'paymentLinks.switchOn')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => setChanging(true)}
        >
          {t('paymentLinks.change')}
        </Button>
      </Group>
      <SubmissionError submission={switching} />
      {isChanging ? (
        <LinkDialog link={link} onClose={() => setChanging(false)} onDone={() => setChanging(false)} />
      ) : null}
    </>
  );
};

/** The cases that were started over a link; refreshed like every list of cases. */
const LinkCases = ({ linkId }: { linkId: string }) => {
  const { t } = useTranslation();
  const columns = useCaseColumns();
  const cases = useConnection({
    queryKey: queryKeys.cases({ paymentLinkId: linkId }),
    load: async (after, signal) => {
      const { paymentLink } = await execute(
        PaymentLinkCasesQuery,
        { id: linkId, first: PAGE, after },
        signal,
      );
      return paymentLink?.cases ?? NO_CASES;
    },
  });
  if (cases.error) return <Failed error={cases.error} onRetry={cases.retry} />;
  return (
    <Section title={t('paymentLinks.casesOf', { count: cases.total ?? 0 })} flush>
      <DataTable
        label={t('paymentLinks.cases')}
        rows={cases.rows}
        columns={columns}
        rowKey={({ id }) => id}
        rowVersion={caseVersion}
        isLoading={cases.isLoading}
        onEnd={cases.loadMore}
        empty={
          <Empty icon={IconArrowsExchange} title={t('paymentLinks.noCases')}>
            {t('paymentLinks.noCasesText')}
          </Empty>
        }
      />
    </Section>
  );
};

/** One public link: what it asks for, its address and QR code, and the cases that were started over it. */
export const PaymentLinkPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { role } = useSession();
  const { linkId } = useParams({ from: '/frame/payment-links/$linkId' });
  const { data, isPending, error, refetch } = useQuery({
    queryKey: queryKeys.paymentLink(linkId),
    queryFn: async ({ signal }) =>
      (await execute(PaymentLinkQuery, { id: linkId }, signal)).paymentLink ?? null,
  });
  if (isPending) return <LoadingPage />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <NotFound />;
  const title = format.locale === 'de' ? data.titleDe : data.titleEn;
  const description = format.locale === 'de' ? data.descriptionDe : data.descriptionEn;
  return (
    <>
      <PageHeader
        title={title}
        above={
          <Link className={classes.crumb} to={paths.paymentLinks}>
            {t('paymentLinks.title')}
          </Link>
        }
        beside={<LinkStateBadge state={data.state} />}
        actions={role === 'OWNER' ? <LinkActions link={data} /> : null}
      />
      <div className={classes.columns}>
        <Section title={t('paymentLinks.asked')}>
          <Facts
            facts={[
              [t('paymentLinks.howMuch'), <LinkAmount key="amount" link={data} />],
              [
                t('paymentLinks.tax'),
                data.taxCase ? t(`taxCase.${data.taxCase}`) : t('paymentLinks.noInvoice'),
              ],
              [
                t('paymentLinks.lastDay'),
                data.expiresOn ? format.day(data.expiresOn) : t('paymentLinks.noEnd'),
              ],
              description ? [t('paymentLinks.description'), description] : null,
            ]}
          />
        </Section>
        <Section title={t('paymentLinks.address')}>
          <LinkAddress url={data.url} qrCodeSvg={data.qrCodeSvg} title={title} />
        </Section>
      </div>
      <LinkCases linkId={linkId} />
    </>
  );
};
