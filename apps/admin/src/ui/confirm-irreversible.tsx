import { Button, Group, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmIrreversibleProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, before it happens. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly loading: boolean;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks once before something that cannot be taken back. Keeping things as they are has the focus. */
export const ConfirmIrreversible = (props: ConfirmIrreversibleProps) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onCancel}
      title={
        <Group gap="xs">
          <IconAlertTriangle size={18} color="var(--zw-warn)" aria-hidden />
          <strong>{props.title}</strong>
        </Group>
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {props.children}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={props.onCancel} data-autofocus>
          {t('common.back')}
        </Button>
        <Button {...(props.danger && { color: 'red' })} loading={props.loading} onClick={props.onConfirm}>
          {props.confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
};
