import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
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
import { type AccountNames, keepTyped } from './account-names.ts';
import { ChangeLedgerAccounts } from './chart.graphql.ts';

type Account = ChartQuery['ledgerAccounts'][number];

const FIELDS = ['number', 'nameDe', 'nameEn'] as const;

const inputId = (id: string, field: string): string => `account-${id}-${field}`;

/** The chart as it was read, with its version. */
interface Chart {
  readonly accounts: readonly Account[];
  readonly version: number;
}

interface AccountFormProps extends Chart {
  readonly isOwner: boolean;
  /** Reads the newest chart. */
  readonly onReload: () => Promise<Chart | null>;
}

const namesOf = (accounts: readonly Account[]): AccountNames[] =>
  accounts.map(({ id, number, nameDe, nameEn }) => ({ id, number, nameDe, nameEn }));

/** Number and names of every account; only what was changed is sent. Those who may not change anything read it. */
export const AccountForm = ({ isOwner, onReload, ...read }: AccountFormProps) => {
  const { t } = useTranslation();
  // What this form was opened on: who saves later is told, not overwritten.
  const [opened, setOpened] = useState<Chart>(read);
  const { accounts } = opened;
  const form = useForm<{ accounts: AccountNames[] }>({ initialValues: { accounts: namesOf(accounts) } });
  const takeOver = (newest: Chart): void => {
    const names = namesOf(newest.accounts);
    const typed = keepTyped(namesOf(accounts), form.values.accounts, names);
    form.setInitialValues({ accounts: names });
    form.resetDirty({ accounts: names });
    form.setValues({ accounts: [...typed] });
    setOpened(newest);
  };
  // Another chart is shown at once where nothing was typed.
  useEffect(() => {
    if (read.version > opened.version && !form.isDirty()) takeOver(read);
  });
  useUnsavedGuard(form.isDirty());
  const changed = form.values.accounts.filter((_account, at) => form.isDirty(`accounts.${at}`));
  const saving = useSubmission({
    send: async (said: readonly AccountNames[], idempotencyKey) => {
      const input = {
        accounts: said.map(({ id: accountId, ...called }) => ({ accountId, ...called })),
        expectedVersion: opened.version,
        idempotencyKey,
      };
      return unwrap((await execute(ChangeLedgerAccounts, { input })).changeLedgerAccounts);
    },
    stale: [[queryKeys.accounts()[0]]],
    onSuccess: ({ chartVersion: version }) => {
      form.setInitialValues(form.values);
      form.resetDirty();
      const said = new Map(form.values.accounts.map((names) => [names.id, names]));
      setOpened({ version, accounts: accounts.map((one) => ({ ...one, ...said.get(one.id) })) });
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
        <SubmissionError
          submission={saving}
          fields={fields}
          onReload={() =>
            void onReload().then((newest) => {
              if (!newest) return;
              takeOver(newest);
              saving.reset();
            })
          }
        />
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
