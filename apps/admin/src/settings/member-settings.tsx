import { ActionIcon, Button, CopyButton, Select, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import { Section } from '../ui/section.tsx';
import { InviteForm } from './invite-form.tsx';
import { ROLES, roleOf } from './member-roles.ts';
import { ChangeMemberRole, RemoveMember, UpdateOrganization } from './settings.graphql.ts';
import classes from './settings.module.css';
import type { OrganizationSettings } from './settings-page.tsx';

type Member = OrganizationSettings['members'][number];

const saved = (message: string): void => {
  notifications.show({ message, color: 'teal', withBorder: true });
};

const MemberRow = ({ member, onRemove }: { member: Member; onRemove: (member: Member) => void }) => {
  const { t } = useTranslation();
  const { memberId } = useSession();
  const changing = useSubmission({
    send: async (role: Role) =>
      unwrap(
        (
          await execute(ChangeMemberRole, {
            input: { memberId: member.id, expectedVersion: member.version, role },
          })
        ).changeMemberRole,
      ),
    stale: [queryKeys.organization(), queryKeys.viewer()],
    onSuccess: () => saved(t('settings.roleChanged')),
  });
  return (
    <li className={classes.person}>
      <span>
        {member.name}
        <span className={classes.dim}>{member.email}</span>
      </span>
      <Select
        aria-label={t('settings.changeRole', { name: member.name })}
        allowDeselect={false}
        disabled={changing.isSending}
        data={ROLES.map((value) => ({ value: value as string, label: t(`role.${value}`) }))}
        value={member.role}
        onChange={(next) => changing.submit(roleOf(next))}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        disabled={member.id === memberId}
        aria-label={t('settings.removeMember', { name: member.name })}
        onClick={() => onRemove(member)}
      >
        <IconTrash size={17} stroke={1.7} aria-hidden />
      </ActionIcon>
      <SubmissionError submission={changing} />
    </li>
  );
};

const RemoveDialog = ({ member, onClose }: { member: Member; onClose: () => void }) => {
  const { t } = useTranslation();
  const removing = useSubmission({
    send: async ({ id, version }: Member) =>
      unwrap(
        (await execute(RemoveMember, { input: { memberId: id, expectedVersion: version } })).removeMember,
      ),
    stale: [queryKeys.organization()],
    onSuccess: () => {
      saved(t('settings.removed', { name: member.name }));
      onClose();
    },
  });
  return (
    <ConfirmIrreversible
      opened
      danger
      title={t('settings.removeTitle', { name: member.name })}
      confirmLabel={t('common.remove')}
      loading={removing.isSending}
      onConfirm={() => removing.submit(member)}
      onCancel={onClose}
    >
      <SubmissionError submission={removing} />
      <p>{t('settings.removeText')}</p>
    </ConfirmIrreversible>
  );
};

const SingleControl = ({ organization }: { organization: OrganizationSettings }) => {
  const { t } = useTranslation();
  const switching = useSubmission({
    send: async (singleControl: boolean) =>
      unwrap(
        (
          await execute(UpdateOrganization, {
            input: { singleControl, expectedVersion: organization.version },
          })
        ).updateOrganization,
      ),
    stale: [queryKeys.organization()],
    onSuccess: () => saved(t('settings.saved')),
  });
  return (
    <Section title={t('settings.singleControl')}>
      <SubmissionError submission={switching} />
      <Switch
        label={t('settings.singleControl')}
        description={t('settings.singleControlText')}
        checked={organization.singleControl}
        disabled={switching.isSending}
        onChange={({ currentTarget }) => switching.submit(currentTarget.checked)}
      />
    </Section>
  );
};

/** Who works here, with which role, and who is invited. */
export const MemberSettings = ({ organization }: { organization: OrganizationSettings }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [leaving, setLeaving] = useState<Member | null>(null);
  return (
    <div className={classes.form}>
      <Section title={t('settings.members')}>
        <ul className={classes.people}>
          {organization.members
            .filter(({ active }) => active)
            .map((member) => (
              <MemberRow key={member.id} member={member} onRemove={setLeaving} />
            ))}
        </ul>
      </Section>
      <Section title={t('newBusiness.invite')}>
        <InviteForm onInvited={(email) => saved(t('newBusiness.invited', { email }))} />
        {organization.invitations.length > 0 ? (
          <ul className={classes.people} aria-label={t('settings.invitations')}>
            {organization.invitations.map(({ id, email, role, link, expiresAt }) => (
              <li key={id} className={classes.person}>
                <span>
                  {email}
                  {expiresAt ? (
                    <span className={classes.dim}>
                      {t('settings.expires', { at: format.instant(expiresAt) })}
                    </span>
                  ) : null}
                </span>
                <span>{t(`role.${role}`)}</span>
                <CopyButton value={link}>
                  {({ copied, copy }) => (
                    <Button size="compact-sm" variant="default" onClick={copy}>
                      {copied ? t('common.copied') : t('settings.copyInvitation')}
                    </Button>
                  )}
                </CopyButton>
              </li>
            ))}
          </ul>
        ) : null}
      </Section>
      <SingleControl organization={organization} />
      {leaving ? <RemoveDialog member={leaving} onClose={() => setLeaving(null)} /> : null}
    </div>
  );
};
