import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCEPT } from './file-problem.ts';

interface AttachButtonProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** What the files are for. With it the button shows no more than its sign: it stands in every line of a list. */
  readonly what?: string;
}

/** Opens the file chooser of the browser. */
export const AttachButton = ({ onFiles, what }: AttachButtonProps) => {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  const choose = (): void => chooser.current?.click();
  return (
    <>
      {what ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('attachments.addTo', { what })}
          title={t('attachments.add')}
          onClick={choose}
        >
          <IconPaperclip size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      ) : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPaperclip size={14} aria-hidden />}
          onClick={choose}
        >
          {t('attachments.add')}
        </Button>
      )}
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
};
