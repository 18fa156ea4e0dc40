import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { ChartQuery } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useUnsavedGuard } from '../form/use-unsaved-guard.ts';
import { Section } from '../ui/section.tsx';
import classes from './account-form.module.css';
import { ChangeLedgerAccounts } from './chart.graphql.ts';

type Account = ChartQuery['ledgerAccounts'][number];
type Called = Pick<Account, 'id' | 'number' | 'nameDe' | 'nameEn'>;

const FIELDS = ['number', 'nameDe', 'nameEn'] as const;

const inputId = (id: string, field: string): string => `account-${id}-${field}`;

interface AccountFormProps {
  readonly accounts: readonly Account[];
  readonly isOwner: boolean;
}

/** Number and names of every account; only what was changed is sent. Those who may not change anything read it. */
export const AccountForm = ({ accounts, isOwner }: AccountFormProps) => {
  const { t } = useTranslation();
  const form = useForm<{ accounts: Called[] }>({
    initialValues: {
      accounts: accounts.map(({ id, number, nameDe, nameEn }) => ({ id, number, nameDe, nameEn })),
    },
  });
  useUnsavedGuard(form.isDirty());
  const changed = form.values.accounts.filter((_account, at) => form.isDirty(`accounts.${at}`));
  const saving = useSubmission({
    send: async (said: readonly Called[], idempotencyKey) => {
      const input = {
        accounts: said.map(({ id: accountId, ...called }) => ({ accountId, ...called })),
        idempotencyKey,
      };
      return unwrap((await execute(ChangeLedgerAccounts, { input })).changeLedgerAccounts);
    },
    stale: [[queryKeys.accounts()[0]]],
    onSuccess: () => {
      form.resetDirty();
      notifications.show({ message: t('settings.saved'), color: 'teal', withBorder: true });
    },
  });
  const errorOf = (id: string, field: string): string | undefined =>
    saving.fieldErrors[`accounts.${changed.findIndex((account) => account.id === id)}.${field}`];
  const fields = Object.fromEntries(
    changed.flatMap(({ id, number }, at) =>
      FIELDS.map((field) => [
        `accounts.${at}.${field}`,
        { label: `${number} ${t(`chart.${field}`)}`, inputId: inputId(id, field) },
      ]),
    ),
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0) saving.submit(changed);
      }}
    >
      <Section title={t('chart.title')}>
        <p className={classes.text}>{t('chart.text')}</p>
        <SubmissionError submission={saving} fields={fields} />
        <div className={classes.head} aria-hidden>
          {FIELDS.map((field) => (
            <span key={field}>{t(`chart.${field}`)}</span>
          ))}
        </div>
        <ul className={classes.accounts} aria-label={t('chart.title')}>
          {form.values.accounts.map(({ id }, at) => (
            <li key={id} className={classes.account}>
              {FIELDS.map((field) => (
                <TextInput
                  key={field}
                  size="xs"
                  id={inputId(id, field)}
                  aria-label={`${t(`chart.${field}`)} ${accounts[at]?.number}`}
                  readOnly={!isOwner}
                  variant={isOwner ? 'default' : 'unstyled'}
                  {...(field === 'number' && { inputMode: 'numeric' as const })}
                  {...form.getInputProps(`accounts.${at}.${field}`)}
                  error={errorOf(id, field)}
                />
              ))}
            </li>
          ))}
        </ul>
        {isOwner ? (
          <Group justify="flex-end" mt="sm">
            <Button type="submit" loading={saving.isSending} disabled={changed.length === 0}>
              {t('common.save')}
            </Button>
          </Group>
        ) : null}
      </Section>
    </form>
  );
};
