import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before unsaved input is left, inside the panel and by closing the tab. */
export const useUnsavedGuard = (isDirty: boolean): void => {
  const { t } = useTranslation();
  useBlocker({
    shouldBlockFn: () => isDirty && !window.confirm(t('form.leaveUnsaved')),
    enableBeforeUnload: () => isDirty,
  });
};
