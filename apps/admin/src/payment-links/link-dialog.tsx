import {
  Button,
  Group,
  Modal,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentLinkInput, PaymentLinkViewFragment, TaxCase } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { AmountInput } from '../form/amount-input.tsx';
import { DayInput } from '../form/day-input.tsx';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { EMPTY_LINK, type LinkFormValues, linkForm, toLinkInput, unreadableAmounts } from './link-form.ts';
import { CreatePaymentLink, UpdatePaymentLink } from './payment-links.graphql.ts';

const TAX_CASES = ['DE_19', 'DE_7', 'DE_0_PV', 'DE_KLEIN'] as const satisfies readonly TaxCase[];
/** Stands for a statement without an invoice: a select has no empty value of its own. */
const NO_INVOICE = 'NONE';

interface LinkDialogProps {
  /** The link to change; left out: a new one. */
  readonly link?: PaymentLinkViewFragment;
  readonly onDone: (linkId: string) => void;
  readonly onClose: () => void;
}

const useSaving = (link: PaymentLinkViewFragment | undefined, onDone: (linkId: string) => void) =>
  useSubmission({
    send: async (input: PaymentLinkInput, idempotencyKey) => {
      if (!link)
        return unwrap(
          (await execute(CreatePaymentLink, { input: { link: input, idempotencyKey } })).createPaymentLink,
        );
      const change = { paymentLinkId: link.id, expectedVersion: link.version, link: input, idempotencyKey };
      return unwrap((await execute(UpdatePaymentLink, { input: change })).updatePaymentLink);
    },
    stale: [queryKeys.paymentLinks()],
    onSuccess: ({ paymentLink }) => onDone(paymentLink.id),
  });

/** Makes or changes a public link: texts in both languages, a fixed amount or limits, the tax, and its last day. */
export const LinkDialog = ({ link, onDone, onClose }: LinkDialogProps) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { currency } = useBusiness();
  const [values, setValues] = useState<LinkFormValues>(() => (link ? linkForm(link, locale) : EMPTY_LINK));
  const [wasTried, setTried] = useState(false);
  const saving = useSaving(link, onDone);
  const set = (change: Partial<LinkFormValues>): void => setValues((before) => ({ ...before, ...change }));
  const unreadable = wasTried ? unreadableAmounts(values, locale, currency) : [];
  const errorOf = (field: string): string | undefined =>
    unreadable.some((one) => one === field) ? t('form.invalidAmount') : saving.fieldErrors[`link.${field}`];
  const text = (field: 'titleDe' | 'titleEn' | 'descriptionDe' | 'descriptionEn') => ({
    label: t(`paymentLinks.${field}`),
    value: values[field],
    error: errorOf(field),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      set({ [field]: currentTarget.value }),
  });
  const amount = (field: 'amount' | 'minimum' | 'maximum') => (
    <AmountInput
      label={t(`paymentLinks.${field}`)}
      currency={currency}
      value={values[field]}
      error={errorOf(field)}
      onChange={(next) => set({ [field]: next })}
    />
  );
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (unreadableAmounts(values, locale, currency).length === 0)
      saving.submit(toLinkInput(values, locale, currency));
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={<strong>{t(link ? 'paymentLinks.change' : 'paymentLinks.new')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <SubmissionError submission={saving} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput {...text('titleDe')} data-autofocus />
            <TextInput
              {...text('titleEn')}
              description={t('paymentLinks.oneLanguage')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
            />
            <Textarea {...text('descriptionDe')} autosize minRows={2} maxRows={5} />
            <Textarea {...text('descriptionEn')} autosize minRows={2} maxRows={5} />
          </SimpleGrid>
          <SegmentedControl
            aria-label={t('paymentLinks.howMuch')}
            data={[
              { value: 'fixed', label: t('paymentLinks.fixed') },
              { value: 'free', label: t('paymentLinks.free') },
            ]}
            value={values.isFree ? 'free' : 'fixed'}
            onChange={(next) => set({ isFree: next === 'free' })}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            {values.isFree ? (
              <>
                {amount('minimum')}
                {amount('maximum')}
              </>
            ) : (
              <>
                {amount('amount')}
                <Select
                  label={t('paymentLinks.tax')}
                  allowDeselect={false}
                  data={[
                    { value: NO_INVOICE, label: t('paymentLinks.noInvoice') },
                    ...TAX_CASES.map((taxCase) => ({ value: taxCase, label: t(`taxCase.${taxCase}`) })),
                  ]}
                  value={values.taxCase ?? NO_INVOICE}
                  error={errorOf('taxCase')}
                  onChange={(next) => set({ taxCase: TAX_CASES.find((one) => one === next) ?? null })}
                />
              </>
            )}
            <DayInput
              label={t('paymentLinks.lastDay')}
              placeholder={t('paymentLinks.noEnd')}
              clearable
              value={values.expiresOn}
              error={errorOf('expiresOn')}
              onChange={(next) => set({ expiresOn: next })}
            />
          </SimpleGrid>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSending}>
              {t(link ? 'common.save' : 'paymentLinks.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
