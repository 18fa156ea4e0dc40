import { Button } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VatCheckFieldsFragment } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useSession } from '../session/session.ts';
import { CheckVatId } from './vat-check.graphql.ts';
import { VatEvidence } from './vat-evidence.tsx';
import classes from './vat-register.module.css';

interface VatRegisterProps {
  readonly customerId: string;
  /** The id in the record now; null where there is none. */
  readonly vatId: string | null;
  /** Newest first. */
  readonly checks: readonly VatCheckFieldsFragment[];
}

/** What the register of the tax authorities says of the customer's VAT id, since when, and what proves that it was asked. */
export const VatRegister = ({ customerId, vatId, checks }: VatRegisterProps) => {
  const { t } = useTranslation();
  const { role } = useSession();
  const asking = useSubmission({
    send: async (_nothing: null, idempotencyKey) =>
      unwrap((await execute(CheckVatId, { input: { customerId, idempotencyKey } })).checkVatId),
    stale: [queryKeys.customer(customerId), ['case']],
  });
  const newest =
    checks.find((check) => check.vatId === vatId && check.outcome !== null) ??
    checks.find((check) => check.vatId === vatId);
  const others = checks.filter((check) => check !== newest);
  return (
    <div className={classes.register}>
      {newest ? <VatEvidence check={newest} /> : <p className={classes.none}>{t('vatRegister.never')}</p>}
      <SubmissionError submission={asking} />
      {vatId && role !== 'ADVISER' ? (
        <Button
          variant="default"
          leftSection={<IconBuildingBank size={16} aria-hidden />}
          loading={asking.isSending}
          onClick={() => asking.submit(null)}
        >
          {t('vatRegister.now')}
        </Button>
      ) : null}
      {others.length > 0 ? (
        <details>
          <summary>{t('vatRegister.others', { count: others.length })}</summary>
          {others.map((check) => (
            <VatEvidence key={check.id} check={check} />
          ))}
        </details>
      ) : null}
    </div>
  );
};
