import { ScrollArea, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ListLinesProps {
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[];
}

/** The first lines of a list as they stand in the file. */
export const ListLines = ({ columns }: ListLinesProps) => {
  const { t } = useTranslation();
  const lines = columns[0]?.samples ?? [];
  return (
    <ScrollArea type="auto" tabIndex={0} aria-label={t('listMapping.lines')} role="region">
      <Table fz="xs" style={{ whiteSpace: 'nowrap' }}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name }) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((first, at) => (
            <Table.Tr key={`${at} ${first}`}>
              {columns.map(({ name, samples }) => (
                <Table.Td key={name}>{samples[at]}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
};
