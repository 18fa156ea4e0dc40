import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnblocker } from '../i18n/use-unblocker.ts';
import classes from './action-button.module.css';

/** Whether something may be done now, as the server says; if not, why, and who or what would change that. */
export type ActionState =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: string; readonly unblockedBy: string | null };

export const ALLOWED: ActionState = { allowed: true };

interface ActionButtonProps extends Pick<ButtonProps, 'variant' | 'color' | 'leftSection' | 'size'> {
  readonly state: ActionState;
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  readonly form?: string;
  readonly loading?: boolean;
}

/**
 * A button that stays in sight when it may not be pressed and says why, in the tooltip and as text below. It keeps
 * the focus (aria-disabled), so that keyboard and screen reader can reach the reason.
 */
export const ActionButton = ({ state, children, onClick, type = 'button', ...rest }: ActionButtonProps) => {
  const { t } = useTranslation();
  const reasonId = useId();
  const unblocker = useUnblocker();
  if (state.allowed) {
    return (
      <Button {...rest} type={type} {...(onClick && { onClick })}>
        {children}
      </Button>
    );
  }
  return (
    <span className={classes.blocked}>
      <Tooltip label={state.reason}>
        <Button
          {...rest}
          type="button"
          data-disabled
          aria-disabled
          aria-describedby={reasonId}
          leftSection={<IconLock size={15} aria-hidden />}
          onClick={(event) => event.preventDefault()}
        >
          {children}
        </Button>
      </Tooltip>
      <span id={reasonId} className={classes.reason}>
        {state.reason}
        {state.unblockedBy ? ` ${t('action.unblockedBy', { who: unblocker(state.unblockedBy) })}` : null}
      </span>
    </span>
  );
};
