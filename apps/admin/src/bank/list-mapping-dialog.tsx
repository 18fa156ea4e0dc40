import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { StatementListPreviewQuery } from './list-mapping.graphql.ts';
import { ListMappingForm } from './list-mapping-form.tsx';

interface ListMappingDialogProps {
  readonly documentId: string;
  readonly onClose: () => void;
}

/** Asks which column of a list says what, shown with its first lines; then the list is read by that. */
export const ListMappingDialog = ({ documentId, onClose }: ListMappingDialogProps) => {
  const { t } = useTranslation();
  const { data, isPending } = useQuery({
    queryKey: queryKeys.listPreview(documentId),
    queryFn: async ({ signal }) =>
      (await execute(StatementListPreviewQuery, { documentId }, signal)).statementListPreview,
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={<strong>{t('listMapping.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {data ? <ListMappingForm documentId={documentId} preview={data} onClose={onClose} /> : null}
      {!data && !isPending ? <p>{t('listMapping.none')}</p> : null}
    </Modal>
  );
};
