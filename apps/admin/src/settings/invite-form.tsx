import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { InviteMember } from '../session/business.graphql.ts';
import classes from './invite-form.module.css';
import { ROLES, roleOf } from './member-roles.ts';

/** Invites one person by mail; who comes under this address joins with this role. */
export const InviteForm = ({ onInvited }: { onInvited?: (email: string) => void }) => {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('TEAM_LEAD');
  const inviting = useSubmission({
    send: async (input: { email: string; role: Role }, idempotencyKey) =>
      unwrap((await execute(InviteMember, { input: { ...input, idempotencyKey } })).inviteMember),
    stale: [queryKeys.organization()],
    onSuccess: ({ invitation }) => {
      setEmail('');
      onInvited?.(invitation.email);
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    inviting.submit({ email: email.trim(), role });
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <SubmissionError
        submission={inviting}
        fields={{ email: { label: t('newBusiness.memberEmail'), inputId: 'invite-email' } }}
      />
      <div className={classes.row}>
        <TextInput
          id="invite-email"
          type="email"
          label={t('newBusiness.memberEmail')}
          value={email}
          error={inviting.fieldErrors.email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <Select
          label={t('newBusiness.memberRole')}
          allowDeselect={false}
          data={ROLES.map((value) => ({ value: value as string, label: t(`role.${value}`) }))}
          value={role}
          onChange={(next) => setRole(roleOf(next))}
        />
        <Button type="submit" variant="default" loading={inviting.isSending} disabled={!email.includes('@')}>
          {t('newBusiness.invite')}
        </Button>
      </div>
    </form>
  );
};
