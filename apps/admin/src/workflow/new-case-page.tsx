import { Button, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from '@tanstack/react-router';
import { TAX_BEHAVIORS } from '@zahlwerk/domain/invoices/invoice-lines';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invoicing, TaxBehavior } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { checkCustomer } from '../customers/check-customer.ts';
import { CustomerFields, customerInputId } from '../customers/customer-fields.tsx';
import { type CustomerField, type CustomerFormValues, EMPTY_CUSTOMER } from '../customers/customer-form.ts';
import { AmountInput } from '../form/amount-input.tsx';
import { DayInput } from '../form/day-input.tsx';
import { readDraft, useDraft } from '../form/draft.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useUnsavedGuard } from '../form/use-unsaved-guard.ts';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { DiscountFields } from '../invoices/discount-fields.tsx';
import { skontoToForm } from '../invoices/skonto-form.ts';
import { paths } from '../paths.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { CustomerChoice } from './customer-choice.tsx';
import { LineEditor } from './line-editor.tsx';
import {
  emptyCase,
  fromDraft,
  type NewCaseValues,
  newCaseProblems,
  priceOf,
  toInitiatePayment,
  withLines,
} from './new-case.ts';
import classes from './new-case-page.module.css';
import { InitiatePayment } from './steps/initiate-payment.graphql.ts';
import { TermFields } from './term-fields.tsx';
import { TotalPreview } from './total-preview.tsx';
import { useHasCustomers } from './use-has-customers.ts';
import { useTaxGaps } from './use-tax-gaps.ts';
import { rememberTaxBehavior, usualTaxBehavior } from './usual-tax-behavior.ts';

const DRAFT = 'new-case';
const CUSTOMER_ID = 'new-customer';

const INVOICING = ['ISSUE', 'EXTERNAL', 'STATEMENT'] as const satisfies readonly Invoicing[];

const focus = (inputId: string): void => document.getElementById(inputId)?.focus();

/** The input that holds what the API calls by this path. */
const inputIdOf = (path: string): string => `case-${path.replaceAll('.', '-')}`;

/** Step 1: who is to pay what, until when. A known customer needs six inputs. */
export const NewCasePage = () => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { today, currency, usualSkonto } = useBusiness();
  const blank = emptyCase(today, skontoToForm(usualSkonto, locale), usualTaxBehavior());
  const navigate = useNavigate();
  const [values, setValues] = useState<NewCaseValues>(() =>
    fromDraft(blank, readDraft<NewCaseValues>(DRAFT)),
  );
  const [wasTried, setTried] = useState(false);
  const [isSent, setSent] = useState(false);
  const customer = useForm<CustomerFormValues>({ initialValues: values.customer ?? EMPTY_CUSTOMER });
  const isDirty = JSON.stringify({ ...values, customer: customer.values }) !== JSON.stringify(blank);
  const hasCustomers = useHasCustomers();
  // A desk without customers starts with a new one.
  const isNew = values.isNewCustomer ?? hasCustomers === false;
  const gaps = useTaxGaps(
    { customerId: isNew ? null : values.customerId, ...customer.values },
    isNew || values.customerId !== null,
  );
  const draft = useDraft(DRAFT, { ...values, customer: customer.values }, isDirty);
  useUnsavedGuard(isDirty && !isSent);
  const [created, setCreated] = useState<string | null>(null);
  // Only after the guard has heard that everything is sent may the page be left.
  useEffect(() => {
    if (isSent && created) void navigate({ to: paths.case, params: { caseId: created } });
  }, [isSent, created, navigate]);

  const initiating = useSubmission({
    send: async (input: ReturnType<typeof toInitiatePayment>, idempotencyKey) =>
      unwrap((await execute(InitiatePayment, { input: { ...input, idempotencyKey } })).initiatePayment),
    stale: [queryKeys.overview()],
    onSuccess: (success) => {
      draft.forget();
      setSent(true);
      setCreated(success.case.id);
    },
  });

  const set = (change: Partial<NewCaseValues>): void => setValues((before) => ({ ...before, ...change }));
  const word = {
    REQUIRED: t('form.required'),
    INVALID_AMOUNT: t('form.invalidAmount'),
    INVALID_QUANTITY: t('form.invalidQuantity'),
    INVALID_DISCOUNT: t('form.invalidDiscount'),
    INVALID_PERCENT: t('skonto.invalidPercent'),
    INVALID_DAYS: t('skonto.invalidDays'),
    NOT_POSITIVE: t('form.amountNotPositive'),
  };
  const onSubmit = async (): Promise<void> => {
    const complete = { ...values, isNewCustomer: isNew, customer: customer.values };
    const own = newCaseProblems(complete, locale, currency);
    setTried(true);
    const ofCustomer = isNew ? await checkCustomer(complete.customer) : {};
    customer.setErrors(
      Object.fromEntries(
        Object.entries(ofCustomer).map(([field, code]) => [field, t(`customerError.${code}`)]),
      ),
    );
    const [wrongField] = Object.keys(ofCustomer);
    const [wrongPath] = Object.keys(own);
    if (wrongField) return focus(customerInputId(CUSTOMER_ID, wrongField as CustomerField));
    if (wrongPath) return focus(inputIdOf(wrongPath));
    initiating.submit(toInitiatePayment(complete, locale, currency));
  };
  const problems = wasTried ? newCaseProblems({ ...values, isNewCustomer: isNew }, locale, currency) : {};
  const errors: Readonly<Record<string, string>> = {
    ...initiating.fieldErrors,
    ...Object.fromEntries(Object.entries(problems).map(([path, code]) => [path, word[code]])),
  };
  const fields = Object.fromEntries(
    (Object.keys(customer.values) as CustomerField[]).map((field) => [
      `customer.${field}`,
      { label: t(`customerField.${field}`), inputId: customerInputId(CUSTOMER_ID, field) },
    ]),
  );
  return (
    <>
      <PageHeader
        title={t('newCase.title')}
        below={<span className={classes.text}>{t('newCase.text')}</span>}
      />
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        <SubmissionError submission={initiating} fields={fields} />
        <Section title={t('newCase.who')}>
          <Stack gap="md">
            <CustomerChoice
              isNew={isNew}
              customerId={values.customerId}
              error={errors.customerId}
              onChange={set}
            />
            {isNew ? <CustomerFields form={customer} idPrefix={CUSTOMER_ID} /> : null}
          </Stack>
        </Section>
        <Section title={t('newCase.what')}>
          <Stack gap="md">
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              <Select
                label={t('case.invoicing')}
                allowDeselect={false}
                data={INVOICING.map((value) => ({
                  value: value as Invoicing,
                  label: t(`invoicing.${value}`),
                }))}
                value={values.invoicing}
                onChange={(next) => set({ invoicing: INVOICING.find((one) => one === next) ?? 'ISSUE' })}
              />
              {values.invoicing === 'EXTERNAL' ? (
                <TextInput
                  id="case-externalInvoiceNumber"
                  label={t('case.externalInvoice')}
                  value={values.externalInvoiceNumber}
                  error={errors.externalInvoiceNumber}
                  onChange={({ currentTarget }) => set({ externalInvoiceNumber: currentTarget.value })}
                />
              ) : null}
              {withLines(values) ? (
                <Select
                  label={t('lines.prices')}
                  allowDeselect={false}
                  data={TAX_BEHAVIORS.map((value) => ({
                    value: value as TaxBehavior,
                    label: t(`taxBehavior.${value}`),
                  }))}
                  value={values.taxBehavior}
                  onChange={(next) => {
                    const taxBehavior = next === 'INCLUSIVE' ? 'INCLUSIVE' : 'EXCLUSIVE';
                    rememberTaxBehavior(taxBehavior);
                    set({ taxBehavior });
                  }}
                />
              ) : (
                <AmountInput
                  id="case-amount"
                  label={t('case.amountDue')}
                  currency={currency}
                  value={values.amount}
                  error={errors.amount ?? errors['amount.amount']}
                  onChange={(amount) => set({ amount })}
                />
              )}
            </SimpleGrid>
            {withLines(values) ? (
              <>
                <LineEditor
                  lines={values.lines}
                  taxBehavior={values.taxBehavior}
                  currency={currency}
                  gaps={gaps}
                  errors={errors}
                  onChange={(lines) => set({ lines })}
                />
                <DiscountFields
                  idPrefix="case"
                  values={values}
                  error={errors.discount ?? errors['discount.amount'] ?? errors['discount.percent']}
                  onChange={set}
                />
                <TotalPreview priced={priceOf(values, locale, currency)} taxBehavior={values.taxBehavior} />
                <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                  <DayInput
                    id="case-supplyFrom"
                    label={t('newCase.supplyFrom')}
                    value={values.supplyFrom}
                    error={errors.supplyFrom ?? errors['supply.from'] ?? errors.supply}
                    onChange={(supplyFrom) => set({ supplyFrom })}
                  />
                  <DayInput
                    id="case-supplyTo"
                    label={t('newCase.supplyTo')}
                    value={values.supplyTo}
                    error={errors.supplyTo ?? errors['supply.to']}
                    onChange={(supplyTo) => set({ supplyTo })}
                  />
                </SimpleGrid>
              </>
            ) : null}
          </Stack>
        </Section>
        <Section title={t('newCase.how')}>
          <TermFields values={values} today={today} errors={errors} onChange={set} />
        </Section>
        <div className={classes.actions}>
          <Button type="submit" loading={initiating.isSending}>
            {t('newCase.start')}
          </Button>
          <Button variant="default" renderRoot={(props) => <Link {...props} to={paths.cases} />}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </>
  );
};
