import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { Note } from '../ui/note.tsx';
import { actionState } from '../workflow/action-state.ts';
import type { StepScreenProps } from '../workflow/use-case.ts';
import { ReleaseDialog } from './release-dialog.tsx';

/** What is reserved on a card and not collected, until when, and the way to give it back. */
export const ReservedNote = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [isReleasing, setIsReleasing] = useState(false);
  const { authorization } = paymentCase;
  if (!authorization) return null;
  const { capturing, expiresAt, payer } = authorization;
  const until = expiresAt ? t('captures.until', { at: format.instant(expiresAt) }) : null;
  return (
    <Note
      tone="busy"
      icon={IconLock}
      title={t('captures.reserved', { amount: format.money(authorization.amount) })}
    >
      <p>
        {[payer ? t('captures.holder', { holder: payer }) : null, capturing ? t('captures.running') : until]
          .filter(Boolean)
          .join(' ')}
      </p>
      {actionState(paymentCase, 'RELEASE_AUTHORIZATION')?.allowed ? (
        <Button variant="default" size="xs" onClick={() => setIsReleasing(true)}>
          {t('captures.release')}
        </Button>
      ) : null}
      {isReleasing ? (
        <ReleaseDialog
          paymentCase={paymentCase}
          amount={format.money(authorization.amount)}
          onClose={() => setIsReleasing(false)}
        />
      ) : null}
    </Note>
  );
};
