import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FailureAction } from '#gql/graphql';
import { declineWord } from '../format/decline.ts';
import { Note } from '../ui/note.tsx';

interface FailureNoteProps {
  readonly failure: { readonly code: string; readonly nextActions: readonly FailureAction[] };
}

/** Why the last attempt has failed, in words, and what can be done next. */
export const FailureNote = ({ failure }: FailureNoteProps) => {
  const { t } = useTranslation();
  return (
    <Note tone="bad" icon={IconAlertCircle} title={t(`decline.${declineWord(failure.code)}`)}>
      {t('case.nextActions', {
        actions: failure.nextActions.map((action) => t(`failureAction.${action}`)).join(', '),
      })}
    </Note>
  );
};
