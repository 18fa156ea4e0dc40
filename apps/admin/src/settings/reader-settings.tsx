import { ActionIcon } from '@mantine/core';
import { IconDeviceMobile, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceName } from '../readers/device-name.ts';
import { ReaderConnectionBadge } from '../readers/reader-connection.tsx';
import { RegisterReaderForm } from '../readers/register-reader-form.tsx';
import { RemoveReaderDialog } from '../readers/remove-reader-dialog.tsx';
import { type ReaderStatusView, useReaders } from '../readers/use-readers.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { LoadingLines } from '../ui/loading.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import classes from './settings.module.css';
import type { OrganizationSettings } from './settings-page.tsx';

interface ReaderRowProps extends ReaderStatusView {
  readonly onRemove: () => void;
}

const ReaderRow = ({ reader, connection, onRemove }: ReaderRowProps) => {
  const { t } = useTranslation();
  return (
    <li className={classes.person}>
      <span>
        {reader.label}
        <span className={classes.dim}>
          {deviceName(reader.deviceType)} · {reader.serialNumber}
        </span>
      </span>
      <span>
        <ReaderConnectionBadge connection={connection} />
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('settings.removeMember', { name: reader.label })}
        onClick={onRemove}
      >
        <IconTrash size={17} stroke={1.7} aria-hidden />
      </ActionIcon>
    </li>
  );
};

const ReaderList = () => {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState<ReaderStatusView['reader'] | null>(null);
  const { data, isPending, error, refetch } = useReaders();
  if (isPending) return <LoadingLines lines={2} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data.length === 0)
    return (
      <Empty icon={IconDeviceMobile} title={t('readers.none')}>
        {t('readers.noneText')}
      </Empty>
    );
  return (
    <>
      <ul className={classes.people} aria-label={t('readers.title')}>
        {data.map(({ reader, connection }) => (
          <ReaderRow
            key={reader.id}
            reader={reader}
            connection={connection}
            onRemove={() => setLeaving(reader)}
          />
        ))}
      </ul>
      {leaving ? <RemoveReaderDialog reader={leaving} onClose={() => setLeaving(null)} /> : null}
    </>
  );
};

/** The card readers on the counter: which there are, whether they can be reached, and one more. */
export const ReaderSettings = ({ organization }: { organization: OrganizationSettings }) => {
  const { t } = useTranslation();
  const isConnected = organization.providerAccounts.some(({ disabledAt }) => disabledAt === null);
  return (
    <div className={classes.form}>
      <Section title={t('readers.title')}>
        <ReaderList />
      </Section>
      <Section title={t('readers.register')}>
        {isConnected ? (
          <>
            <p>{t('readers.text')}</p>
            <RegisterReaderForm />
          </>
        ) : (
          <Note tone="warn" icon={IconDeviceMobile}>
            {t('readers.needsProvider')}
          </Note>
        )}
      </Section>
    </div>
  );
};
