import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { execute } from '../../api/graphql-client.ts';
import { MessageList } from '../message-list.tsx';
import { SimpleAction } from '../simple-action.tsx';
import type { StepScreenProps } from '../use-case.ts';
import { NotifyCustomer } from './notify-customer.graphql.ts';

/** Every message to the customer and how its delivery went, and sending the one that is due. */
export const NotifyCustomerScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const messages = paymentCase.messages.edges.map(({ node }) => node);
  return (
    <Stack gap="md">
      <MessageList messages={messages} />
      <SimpleAction
        paymentCase={paymentCase}
        action="NOTIFY_CUSTOMER"
        label={t('notify.action')}
        done={t('notify.done')}
        send={async (command) => (await execute(NotifyCustomer, { input: command })).notifyCustomer}
      />
    </Stack>
  );
};
