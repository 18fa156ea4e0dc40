import type { ChecklistPlaceInput } from '#gql/graphql';
import { useUnsavedGuard } from '../form/use-unsaved-guard.ts';
import classes from './attachments.module.css';
import { UploadForm } from './upload-form.tsx';
import { UploadProblem } from './upload-problem.tsx';
import type { Uploads } from './use-uploads.ts';

interface PendingUploadsProps {
  readonly uploads: Uploads;
  readonly caseId: string;
  readonly item: ChecklistPlaceInput | null;
}

/** Chosen files that are not attached yet: on their way, waiting for their details, or not accepted. */
export const PendingUploads = ({ uploads, caseId, item }: PendingUploadsProps) => {
  useUnsavedGuard(uploads.uploads.some(({ error }) => !error));
  if (uploads.uploads.length === 0) return null;
  return (
    <div className={classes.pending}>
      {uploads.uploads.map((upload) =>
        upload.error ? (
          <UploadProblem key={upload.id} upload={upload} uploads={uploads} />
        ) : (
          <UploadForm
            key={upload.id}
            upload={upload}
            caseId={caseId}
            item={item}
            onEnd={() => uploads.remove(upload.id)}
          />
        ),
      )}
    </div>
  );
};
