import { Anchor } from '@mantine/core';
import { type Icon, IconFile, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AttachmentViewFragment } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { useActorName } from '../workflow/actor-name.ts';
import classes from './attachments.module.css';
import { useFileSize } from './use-file-size.ts';

const iconOf = (mediaType: string): Icon => {
  if (mediaType === 'application/pdf') return IconFileTypePdf;
  return mediaType.startsWith('image/') ? IconPhoto : IconFile;
};

/** Who has signed a file, when, and who vouches for it; null where nobody has. */
const useSignature = (): ((file: AttachmentViewFragment) => string | null) => {
  const { t } = useTranslation();
  const format = useFormat();
  const actorName = useActorName();
  return ({ signedBy, signedOn, vouchedBy }) => {
    if (!signedBy) return null;
    const signed = signedOn
      ? t('attachments.signedOn', { who: signedBy, day: format.day(signedOn) })
      : t('attachments.signed', { who: signedBy });
    return vouchedBy ? `${signed} · ${t('attachments.vouchedBy', { who: actorName(vouchedBy) })}` : signed;
  };
};

/** Files that are there, each to be opened, with what it is and where it comes from. */
export const AttachmentList = ({ files }: { files: readonly AttachmentViewFragment[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const code = useCode();
  const size = useFileSize();
  const signature = useSignature();
  const actorName = useActorName();
  if (files.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('attachments.title')}>
      {files.map((file) => {
        const Sign = iconOf(file.mediaType);
        const signed = signature(file);
        const kind = file.purpose ? code('filePurpose', file.purpose) : null;
        return (
          <li key={file.id} className={classes.file}>
            <Sign size={18} stroke={1.6} aria-hidden className={classes.sign} />
            <span className={classes.words}>
              <Anchor href={file.url ?? undefined} target="_blank" rel="noreferrer" size="sm">
                {file.name}
              </Anchor>
              {signed ? <span className={classes.signed}>{signed}</span> : null}
              <span className={classes.dim}>
                {[kind, size(file.size), format.instant(file.addedAt), actorName(file.addedBy)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
};
