import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AttachmentViewFragment, EvidenceKind } from '#gql/graphql';
import type { ChosenFiles } from './evidence-dialog.tsx';
import classes from './evidence-files.module.css';

/** In the order in which they help most often. */
const KINDS = [
  'RECEIPT',
  'SERVICE_DOCUMENTATION',
  'SHIPPING_DOCUMENTATION',
  'CUSTOMER_COMMUNICATION',
  'CUSTOMER_SIGNATURE',
  'REFUND_POLICY',
  'CANCELLATION_POLICY',
  'DUPLICATE_CHARGE_DOCUMENTATION',
  'UNCATEGORIZED_FILE',
] as const satisfies readonly EvidenceKind[];

/** Banks take nothing else. */
const isForBanks = ({ mediaType }: AttachmentViewFragment): boolean =>
  mediaType === 'application/pdf' || mediaType === 'image/jpeg' || mediaType === 'image/png';

interface EvidenceFilesProps {
  readonly files: readonly AttachmentViewFragment[];
  readonly chosen: ChosenFiles;
  readonly onChoose: (chosen: ChosenFiles) => void;
}

/** The files of the case that banks take; each is sent as what is chosen for it, or stays here. */
export const EvidenceFiles = ({ files, chosen, onChoose }: EvidenceFilesProps) => {
  const { t } = useTranslation();
  const choose = (id: string, kind: EvidenceKind | null): void => {
    const { [id]: _, ...rest } = chosen;
    onChoose(kind ? { ...rest, [id]: kind } : rest);
  };
  const usable = files.filter(isForBanks);
  if (usable.length === 0) return <p className={classes.none}>{t('disputes.noFiles')}</p>;
  return (
    <ul className={classes.files} aria-label={t('disputes.files')}>
      {usable.map(({ id, name }) => (
        <li key={id} className={classes.file}>
          <span className={classes.name}>{name}</span>
          <Select
            size="xs"
            clearable
            aria-label={t('disputes.kindOf', { name })}
            placeholder={t('disputes.notSent')}
            value={chosen[id] ?? null}
            data={KINDS.map((kind) => ({
              value: kind,
              label: t(`evidenceKind.${kind}`),
              disabled: Object.entries(chosen).some(([other, taken]) => other !== id && taken === kind),
            }))}
            onChange={(kind) => choose(id, KINDS.find((one) => one === kind) ?? null)}
          />
        </li>
      ))}
    </ul>
  );
};
