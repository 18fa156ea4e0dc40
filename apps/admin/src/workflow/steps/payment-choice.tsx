import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEvidence } from '../../format/use-evidence.ts';
import { useFormat } from '../../format/use-format.ts';
import { Amount } from '../../ui/amount.tsx';
import type { CaseView } from '../use-case.ts';

interface PaymentChoiceProps {
  readonly payments: CaseView['payments'];
  readonly chosen: string | null;
  readonly onChoose: (paymentId: string) => void;
}

/** Money that has arrived and is not decided yet, each with its payer, reference and evidence. */
export const PaymentChoice = ({ payments, chosen, onChoose }: PaymentChoiceProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const evidenceText = useEvidence();
  return (
    <Radio.Group label={t('confirmAmount.payment')} value={chosen} onChange={onChoose}>
      <Stack gap="xs" mt="xs">
        {payments.map((payment) => (
          <Radio
            key={payment.id}
            value={payment.id}
            label={
              <>
                <Amount of={payment.available} weight="strong" /> · {t(`paymentSource.${payment.source}`)} ·{' '}
                {format.day(payment.valueOn)}
              </>
            }
            description={[payment.payer, payment.reference, evidenceText(payment.evidence)]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};
