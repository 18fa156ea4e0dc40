import { Button, Group, Progress, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistPlaceInput } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { DayInput } from '../form/day-input.tsx';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useBusiness } from '../format/business-context.ts';
import { AddAttachment } from './attachments.graphql.ts';
import classes from './attachments.module.css';
import { FILE_PURPOSES } from './file-purposes.ts';
import { useFileSize } from './use-file-size.ts';
import type { Upload } from './use-uploads.ts';

interface UploadFormProps {
  readonly upload: Upload;
  readonly caseId: string;
  readonly item: ChecklistPlaceInput | null;
  /** It has been put to the case, or is not wanted after all. */
  readonly onEnd: () => void;
}

interface Details {
  readonly name: string;
  readonly purpose: string | null;
  readonly signedBy: string;
  readonly signedOn: string | null;
}

/** How far a file is, and meanwhile what it is and who has signed it. */
export const UploadForm = ({ upload, caseId, item, onEnd }: UploadFormProps) => {
  const { t } = useTranslation();
  const { today } = useBusiness();
  const size = useFileSize();
  const { id, file, share, documentId } = upload;
  const [details, setDetails] = useState<Details>({
    name: file.name,
    purpose: null,
    signedBy: '',
    signedOn: null,
  });
  const set = (change: Partial<Details>): void => setDetails({ ...details, ...change });
  const attaching = useSubmission({
    send: async (input: Details & { readonly documentId: string }, idempotencyKey) =>
      unwrap(
        (
          await execute(AddAttachment, {
            input: { ...input, signedBy: input.signedBy.trim() || null, caseId, item, idempotencyKey },
          })
        ).addAttachment,
      ),
    stale: [queryKeys.case(caseId)],
    onSuccess: () => {
      notifications.show({ message: t('attachments.done'), color: 'teal', withBorder: true });
      onEnd();
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (documentId) attaching.submit({ ...details, documentId });
  };
  return (
    <form className={classes.upload} onSubmit={onSubmit} aria-label={file.name} noValidate>
      <SubmissionError submission={attaching} />
      <div className={classes.progress}>
        <span>{file.name}</span>
        <span className={classes.dim} role="status">
          {documentId
            ? t('attachments.arrived')
            : t('attachments.sending', { share: Math.floor(share * 100) })}
          {` · ${size(file.size)}`}
        </span>
        <Progress value={share * 100} size="xs" aria-label={t('attachments.progress', { name: file.name })} />
      </div>
      <div className={classes.details}>
        <TextInput
          id={`${id}-name`}
          label={t('attachments.name')}
          value={details.name}
          error={attaching.fieldErrors.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <Select
          label={t('attachments.purpose')}
          placeholder={t('common.optional')}
          clearable
          data={FILE_PURPOSES.map((value) => ({ value, label: t(`filePurpose.${value}`) }))}
          value={details.purpose}
          onChange={(purpose) => set({ purpose })}
        />
        <TextInput
          label={t('attachments.signedBy')}
          placeholder={t('common.optional')}
          value={details.signedBy}
          error={attaching.fieldErrors.signedBy}
          onChange={({ currentTarget }) => set({ signedBy: currentTarget.value })}
        />
        <DayInput
          label={t('attachments.signatureDay')}
          placeholder={t('common.optional')}
          clearable
          disabled={details.signedBy.trim() === ''}
          maxDate={today}
          value={details.signedOn}
          onChange={(signedOn) => set({ signedOn })}
        />
      </div>
      {details.signedBy.trim() ? <p className={classes.dim}>{t('attachments.vouchHint')}</p> : null}
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" loading={attaching.isSending} disabled={!documentId}>
          {t('attachments.attach')}
        </Button>
        <Button size="xs" variant="default" onClick={onEnd}>
          {t('attachments.discard')}
        </Button>
      </Group>
    </form>
  );
};
