import { Button, SimpleGrid, Stack } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../form/day-input.tsx';
import { useBusiness } from '../format/business-context.ts';
import type { Day } from '../format/parse-date.ts';
import { useSession } from '../session/session.ts';
import { MailStatementButton } from './mail-statement-button.tsx';
import { isStatementPeriod } from './statement-period.ts';

interface AccountStatementLinkProps {
  readonly customerId: string;
  /** Where it can be mailed to; null for nowhere. */
  readonly email: string | null;
}

/** The account of a customer over some days as a letter, in the language of the customer: to keep, or to mail. */
export const AccountStatementLink = ({ customerId, email }: AccountStatementLinkProps) => {
  const { t } = useTranslation();
  const { today } = useBusiness();
  const { organization, role } = useSession();
  const [from, setFrom] = useState<Day | null>(`${today.slice(0, 4)}-01-01`);
  const [until, setUntil] = useState<Day | null>(today);
  const isPeriod = isStatementPeriod(from, until);
  // The browser follows a link without the header that names the business.
  const query = new URLSearchParams({
    ...{ customer: customerId, from: from ?? '', until: until ?? '' },
    organization: organization.id,
  });
  return (
    <Stack gap="sm" mt="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DayInput id="statement-from" label={t('customers.statementFrom')} value={from} onChange={setFrom} />
        <DayInput
          id="statement-until"
          label={t('customers.statementUntil')}
          value={until}
          error={isPeriod ? undefined : t('customers.statementPeriod')}
          onChange={setUntil}
        />
      </SimpleGrid>
      <Button
        component="a"
        href={`/api/account-statement.pdf?${query}`}
        download
        variant="default"
        {...(isPeriod ? {} : { 'data-disabled': true })}
        onClick={(event) => {
          if (!isPeriod) event.preventDefault();
        }}
        leftSection={<IconFileText size={17} aria-hidden />}
      >
        {t('customers.statement')}
      </Button>
      {email && from && until && isPeriod && role !== 'ADVISER' ? (
        <MailStatementButton customerId={customerId} email={email} from={from} until={until} />
      ) : null}
    </Stack>
  );
};
