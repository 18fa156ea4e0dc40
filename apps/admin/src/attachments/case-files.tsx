import { useTranslation } from 'react-i18next';
import { ActionButton } from '../ui/action-button.tsx';
import { actionState } from '../workflow/action-state.ts';
import type { StepScreenProps } from '../workflow/use-case.ts';
import { AttachButton } from './attach-button.tsx';
import { AttachmentList } from './attachment-list.tsx';
import classes from './attachments.module.css';
import { PendingUploads } from './pending-uploads.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useUploads } from './use-uploads.ts';

/** The files of a case as a whole: open them, choose more, or drop them here. */
export const CaseFiles = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const uploads = useUploads();
  const state = actionState(paymentCase, 'ADD_ATTACHMENT');
  const isOpen = state?.allowed ?? false;
  const { isOver, dropProps } = useFileDrop(isOpen, uploads.start);
  const files = paymentCase.attachments.filter(({ item }) => item === null);
  return (
    <div className={classes.place} data-over={isOver || undefined} {...dropProps}>
      <AttachmentList files={files} />
      <PendingUploads uploads={uploads} caseId={paymentCase.id} item={null} />
      {isOpen ? (
        <div className={classes.zone}>
          <AttachButton onFiles={uploads.start} />
          <span className={classes.dim}>{t('attachments.dropHint')}</span>
        </div>
      ) : state ? (
        <ActionButton state={state} size="xs" variant="default">
          {t('attachments.add')}
        </ActionButton>
      ) : null}
    </div>
  );
};
