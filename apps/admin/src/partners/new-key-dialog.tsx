import { Button, Checkbox, Code, CopyButton, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { CreateApiKey, CreateIntegration } from './partners.graphql.ts';

const NEW = 'new';

interface NewKeyDialogProps {
  readonly integrations: readonly { readonly id: string; readonly name: string }[];
  readonly scopes: readonly string[];
  readonly onClose: () => void;
}

interface NewKey {
  readonly partner: string | null;
  readonly partnerName: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** Reading is what most partners start with. */
const isReading = (scope: string): boolean => scope.endsWith(':read');

const curlExample = (secret: string): string =>
  [
    `curl ${window.location.origin}/graphql \\`,
    `  -H 'Authorization: Bearer ${secret}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"query":"{ paymentCases(first: 5) { edges { node { number state amountOpen { amount currency } } } } }"}'`,
  ].join('\n');

const Secret = ({ secret, onClose }: { secret: string; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <p>{t('partners.secretText')}</p>
      <Code block>{secret}</Code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button onClick={copy}>{copied ? t('common.copied') : t('common.copy')}</Button>
        )}
      </CopyButton>
      <h3>{t('partners.example')}</h3>
      <Code block>{curlExample(secret)}</Code>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  );
};

/** Makes a key for a partner, known or new, and shows its secret this once. */
export const NewKeyDialog = ({ integrations, scopes, onClose }: NewKeyDialogProps) => {
  const { t } = useTranslation();
  const [values, setValues] = useState<NewKey>({
    partner: integrations[0]?.id ?? null,
    partnerName: '',
    name: '',
    scopes: scopes.filter(isReading),
  });
  const [secret, setSecret] = useState<string | null>(null);
  const creating = useSubmission({
    send: async ({ partner, partnerName, name, scopes: chosen }: NewKey, idempotencyKey) => {
      const integrationId =
        partner ??
        unwrap(
          (
            await execute(CreateIntegration, {
              input: { name: partnerName, idempotencyKey: `${idempotencyKey}-partner` },
            })
          ).createIntegration,
        ).integration.id;
      const input = { integrationId, name, scopes: [...chosen], idempotencyKey };
      return unwrap((await execute(CreateApiKey, { input })).createApiKey);
    },
    stale: [queryKeys.integrations()],
    onSuccess: (success) => (success.secret ? setSecret(success.secret) : onClose()),
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    creating.submit(values);
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={<strong>{secret ? t('partners.secretTitle') : t('partners.newKey')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {secret ? (
        <Secret secret={secret} onClose={onClose} />
      ) : (
        <form onSubmit={onSubmit} noValidate>
          <Stack gap="sm">
            <SubmissionError submission={creating} />
            <Select
              label={t('partners.partner')}
              allowDeselect={false}
              data={[
                ...integrations.map(({ id, name }) => ({ value: id, label: name })),
                { value: NEW, label: t('partners.newPartner') },
              ]}
              value={values.partner ?? NEW}
              onChange={(next) => setValues({ ...values, partner: next === NEW ? null : next })}
            />
            {values.partner === null ? (
              <TextInput
                label={t('partners.partnerName')}
                value={values.partnerName}
                onChange={({ currentTarget }) => setValues({ ...values, partnerName: currentTarget.value })}
              />
            ) : null}
            <TextInput
              label={t('partners.keyName')}
              value={values.name}
              error={creating.fieldErrors.name}
              onChange={({ currentTarget }) => setValues({ ...values, name: currentTarget.value })}
            />
            <Checkbox.Group
              label={t('partners.scopes')}
              value={[...values.scopes]}
              onChange={(next) => setValues({ ...values, scopes: next })}
              error={creating.fieldErrors.scopes}
            >
              <Group gap="sm" mt="xs">
                {scopes.map((scope) => (
                  <Checkbox key={scope} value={scope} label={scope} />
                ))}
              </Group>
            </Checkbox.Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button
                type="submit"
                loading={creating.isSending}
                disabled={!values.name.trim() || (values.partner === null && !values.partnerName.trim())}
              >
                {t('partners.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
};
