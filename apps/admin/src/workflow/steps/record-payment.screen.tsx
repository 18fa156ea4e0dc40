import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { execute } from '../../api/graphql-client.ts';
import { useFormat } from '../../format/use-format.ts';
import { Amount } from '../../ui/amount.tsx';
import { Facts } from '../../ui/facts.tsx';
import { SimpleAction } from '../simple-action.tsx';
import type { StepScreenProps } from '../use-case.ts';
import { RecordPayment } from './record-payment.graphql.ts';

/** The entry as it will be posted, and what has been allocated before. */
export const RecordPaymentScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const preview = paymentCase.recordingPreview;
  return (
    <Stack gap="md">
      {preview ? (
        <section aria-label={t('record7.preview')}>
          <h3>{t('record7.preview')}</h3>
          <Facts
            facts={[
              [t('record7.allocate'), <Amount key="allocate" of={preview.allocate} />],
              preview.writeOff.minor === '0'
                ? null
                : [t('record7.writeOff'), <Amount key="writeOff" of={preview.writeOff} />],
              [t('record7.openAfter'), <Amount key="after" of={preview.openAfter} weight="strong" />],
            ]}
          />
        </section>
      ) : null}
      {paymentCase.receipts.length > 0 ? (
        <section aria-label={t('record7.recorded')}>
          <h3>{t('record7.recorded')}</h3>
          <Facts
            facts={paymentCase.receipts.map(
              ({ id, number, issuedOn, allocated }) =>
                [
                  `${t('case.receipt')} ${number} · ${format.day(issuedOn)}`,
                  <Amount key={id} of={allocated} />,
                ] as const,
            )}
          />
        </section>
      ) : null}
      <SimpleAction
        paymentCase={paymentCase}
        action="RECORD_PAYMENT"
        label={t('record7.action')}
        done={t('record7.done')}
        send={async (command) => (await execute(RecordPayment, { input: command })).recordPayment}
      />
    </Stack>
  );
};
