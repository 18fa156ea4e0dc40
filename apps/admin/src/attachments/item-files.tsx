import type { ReactNode } from 'react';
import type { ChecklistPlaceInput } from '#gql/graphql';
import { actionState } from '../workflow/action-state.ts';
import type { CaseView } from '../workflow/use-case.ts';
import { AttachButton } from './attach-button.tsx';
import { AttachmentList } from './attachment-list.tsx';
import classes from './attachments.module.css';
import { PendingUploads } from './pending-uploads.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useUploads } from './use-uploads.ts';

interface ItemFilesProps {
  readonly paymentCase: Pick<CaseView, 'id' | 'attachments' | 'allowedActions' | 'blockedActions'>;
  readonly item: ChecklistPlaceInput;
  /** What the line is about, for those who do not see where the button stands. */
  readonly what: string;
  /** The line itself; files may be dropped on it. */
  readonly children: ReactNode;
}

/** A line of a checklist with the files that prove it. */
export const ItemFiles = ({ paymentCase, item, what, children }: ItemFilesProps) => {
  const uploads = useUploads();
  const isOpen = actionState(paymentCase, 'ADD_ATTACHMENT')?.allowed ?? false;
  const { isOver, dropProps } = useFileDrop(isOpen, uploads.start);
  const files = paymentCase.attachments.filter(
    ({ item: place }) => place?.step === item.step && place.key === item.key,
  );
  return (
    <div className={classes.place} data-over={isOver || undefined} {...dropProps}>
      <div className={classes.line}>
        <div className={classes.content}>{children}</div>
        {isOpen ? <AttachButton onFiles={uploads.start} what={what} /> : null}
      </div>
      <AttachmentList files={files} />
      <PendingUploads uploads={uploads} caseId={paymentCase.id} item={item} />
    </div>
  );
};
