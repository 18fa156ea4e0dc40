import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './removable-chip.module.css';

/** A filter that came with the address and has no place of its own in the toolbar. */
export const RemovableChip = ({ children, onRemove }: { children: string; onRemove: () => void }) => {
  const { t } = useTranslation();
  return (
    <span className={classes.chip}>
      {children}
      <CloseButton size="xs" aria-label={t('table.removeFilter', { filter: children })} onClick={onRemove} />
    </span>
  );
};
