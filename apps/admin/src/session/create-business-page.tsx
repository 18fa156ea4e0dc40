import { Button, Group, Radio, Stack, Stepper } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartOfAccounts } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { chosenOrganization } from '../api/organization-choice.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { BankFields, businessInputId, IdentityFields } from '../settings/business-fields.tsx';
import {
  type BusinessField,
  type BusinessValues,
  businessToInput,
  EMPTY_BUSINESS,
} from '../settings/business-form.ts';
import { CHARTS } from '../settings/chart-choice.tsx';
import { InviteForm } from '../settings/invite-form.tsx';
import { ProviderForm } from '../settings/provider-form.tsx';
import { CreateOrganization } from './business.graphql.ts';
import { PublicFrame } from './public-frame.tsx';
import { useEnter } from './use-enter.ts';

const FIRST_STEP = ['name', 'street', 'postalCode', 'city'] as const satisfies readonly BusinessField[];

/** Four short steps from an account to a business that can take its first payment. */
export const CreateBusinessPage = () => {
  const { t, i18n } = useTranslation();
  const enter = useEnter();
  const [step, setStep] = useState(0);
  const [chart, setChart] = useState<ChartOfAccounts>('SKR03');
  const [invited, setInvited] = useState<readonly string[]>([]);
  const form = useForm<BusinessValues>({ initialValues: EMPTY_BUSINESS });
  const creating = useSubmission({
    send: async (values: BusinessValues, idempotencyKey) => {
      const { street, postalCode, city, name, ...rest } = businessToInput(values);
      const input = {
        ...rest,
        name: name ?? '',
        street: street ?? '',
        postalCode: postalCode ?? '',
        city: city ?? '',
        chartOfAccounts: chart,
      };
      const locale = i18n.language === 'en' ? 'en' : 'de';
      return unwrap(
        (await execute(CreateOrganization, { input: { ...input, locale, idempotencyKey } }))
          .createOrganization,
      );
    },
    onSuccess: ({ organization }) => {
      // From here on this tab works for the new business.
      chosenOrganization.set(organization.id);
      setStep(2);
    },
  });
  const fields = Object.fromEntries(
    (Object.keys(EMPTY_BUSINESS) as BusinessField[]).map((field) => [
      field,
      { label: t(`businessField.${field}`), inputId: businessInputId(field) },
    ]),
  );
  const checkFirst = (): void => {
    const missing = FIRST_STEP.filter((field) => form.values[field].trim() === '');
    form.setErrors(Object.fromEntries(missing.map((field) => [field, t('form.required')])));
    if (missing[0]) document.getElementById(businessInputId(missing[0]))?.focus();
    else setStep(1);
  };
  return (
    <PublicFrame wide title={t('newBusiness.title')} text={t('newBusiness.text')}>
      <Stepper active={step} size="xs" iconSize={26} mb="lg" allowNextStepsSelect={false}>
        <Stepper.Step label={t('newBusiness.stepBusiness')} />
        <Stepper.Step label={t('newBusiness.stepBank')} />
        <Stepper.Step label={t('newBusiness.stepMembers')} />
        <Stepper.Step label={t('newBusiness.stepProvider')} />
      </Stepper>
      <Stack gap="md">
        {step < 2 ? <SubmissionError submission={creating} fields={fields} /> : null}
        {step === 0 ? (
          <>
            <IdentityFields form={form} />
            <Group justify="flex-end">
              <Button onClick={checkFirst}>{t('common.next')}</Button>
            </Group>
          </>
        ) : null}
        {step === 1 ? (
          <>
            <p>{t('newBusiness.bankText')}</p>
            <BankFields form={form} />
            <Radio.Group
              label={t('chart.which')}
              value={chart}
              onChange={(next) => setChart(CHARTS.find((one) => one === next) ?? chart)}
            >
              <Stack gap="xs" mt="xs">
                {CHARTS.map((one) => (
                  <Radio key={one} value={one} label={one} description={t(`chartText.${one}`)} />
                ))}
              </Stack>
            </Radio.Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setStep(0)}>
                {t('common.back')}
              </Button>
              <Button loading={creating.isSending} onClick={() => creating.submit(form.values)}>
                {t('newBusiness.create')}
              </Button>
            </Group>
          </>
        ) : null}
        {step === 2 ? (
          <>
            <p>{t('newBusiness.membersText')}</p>
            <InviteForm onInvited={(email) => setInvited([...invited, email])} />
            {invited.map((email) => (
              <span key={email} role="status">
                {t('newBusiness.invited', { email })}
              </span>
            ))}
            <Group justify="flex-end">
              <Button variant={invited.length > 0 ? 'filled' : 'default'} onClick={() => setStep(3)}>
                {invited.length > 0 ? t('common.next') : t('newBusiness.later')}
              </Button>
            </Group>
          </>
        ) : null}
        {step === 3 ? (
          <>
            <p>{t('newBusiness.providerText')}</p>
            <ProviderForm onConnected={() => void enter()} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => void enter()}>
                {t('newBusiness.later')}
              </Button>
            </Group>
          </>
        ) : null}
      </Stack>
    </PublicFrame>
  );
};
