import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { AuthFailed } from './auth-client.ts';

/** Why signing in or up did not work, in words. */
export const AuthError = ({ error }: { error: unknown }) => {
  const { t } = useTranslation();
  if (!error) return null;
  const message = error instanceof AuthFailed ? t(`authProblem.${error.problem}`) : t('errors.connection');
  return <ErrorSummary key={message} message={message} />;
};
