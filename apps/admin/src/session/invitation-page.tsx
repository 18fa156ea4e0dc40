import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { paths } from '../paths.ts';
import { LoadingLines } from '../ui/loading.tsx';
import { AcceptInvitation, InvitationQuery } from './business.graphql.ts';
import { PublicFrame } from './public-frame.tsx';
import classes from './session.module.css';
import { viewerQuery } from './session.ts';
import { useEnter } from './use-enter.ts';

/** Joining a business that has invited somebody. Who has no account yet makes one first and comes back here. */
export const InvitationPage = () => {
  const { t } = useTranslation();
  const { token } = useParams({ from: paths.invitation });
  const enter = useEnter();
  const viewer = useQuery(viewerQuery);
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => execute(InvitationQuery, { token }, signal),
  });
  const accepting = useSubmission({
    send: async () => unwrap((await execute(AcceptInvitation, { input: { token } })).acceptInvitation),
    onSuccess: () => void enter(),
  });
  const found = invitation.data?.invitation;
  if (invitation.isPending || viewer.isPending) {
    return (
      <PublicFrame title={t('session.signInTitle')}>
        <LoadingLines lines={3} />
      </PublicFrame>
    );
  }
  if (!found) {
    return (
      <PublicFrame title={t('frame.notFoundTitle')} text={t('session.invitationGone')}>
        <Link className="link" to={paths.signIn}>
          {t('session.signIn')}
        </Link>
      </PublicFrame>
    );
  }
  const next = { next: paths.invitation.replace('$token', token) };
  return (
    <PublicFrame
      title={t('session.invitationTitle', { business: found.organizationName })}
      text={t('session.invitationText', { role: t(`role.${found.role}`), email: found.email })}
    >
      <SubmissionError submission={accepting} />
      <div className={classes.form}>
        {viewer.data?.viewer ? (
          <Button loading={accepting.isSending} onClick={() => accepting.submit(token)}>
            {t('session.invitationAccept')}
          </Button>
        ) : (
          <>
            <Button renderRoot={(props) => <Link {...props} to={paths.signUp} search={next} />}>
              {t('session.signUp')}
            </Button>
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to={paths.signIn} search={next} />}
            >
              {t('session.signIn')}
            </Button>
          </>
        )}
      </div>
    </PublicFrame>
  );
};
