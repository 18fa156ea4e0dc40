import { Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBan,
  IconBell,
  IconChevronDown,
  IconCreditCardPay,
  IconReceipt2,
  IconReceiptRefund,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAction } from '#gql/graphql';
import { ChargeDialog } from '../payments/charge-dialog.tsx';
import { RefundDialog } from '../payments/refund-dialog.tsx';
import { UnassignDialog } from '../payments/unassign-dialog.tsx';
import { actionState } from './action-state.ts';
import { CancelCaseDialog } from './cancel-case-dialog.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { RemindDialog } from './remind-dialog.tsx';
import type { StepScreenProps } from './use-case.ts';

const ENTRIES = [
  ['CHARGE_STORED_METHOD', IconCreditCardPay, 'charges.chargeAny'],
  ['REMIND_CUSTOMER', IconBell, 'case.remind'],
  ['REGISTER_RECEIPT', IconReceipt2, 'case.registerReceipt'],
  ['UNASSIGN_PAYMENT', IconArrowBackUp, 'allocations.unassign'],
  ['REQUEST_REFUND', IconReceiptRefund, 'refunds.request'],
  ['CANCEL_PAYMENT_CASE', IconBan, 'case.cancel'],
] as const satisfies readonly (readonly [CaseAction, unknown, string])[];

/** What can be done with a case as a whole, whichever step it is at; what is blocked says why. */
export const CaseActionsMenu = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<CaseAction | null>(null);
  const close = (): void => setOpened(null);
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={300}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('case.actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ENTRIES.map(([action, Sign, label]) => {
            const state = actionState(paymentCase, action);
            if (!state) return null;
            return (
              <Menu.Item
                key={action}
                leftSection={<Sign size={16} aria-hidden />}
                aria-disabled={!state.allowed}
                {...(!state.allowed && { c: 'dimmed', closeMenuOnClick: false })}
                onClick={() => state.allowed && setOpened(action)}
              >
                {t(label)}
                {state.allowed ? null : (
                  <div style={{ fontSize: '0.75rem', whiteSpace: 'normal' }}>{state.reason}</div>
                )}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {opened === 'CHARGE_STORED_METHOD' ? <ChargeDialog paymentCase={paymentCase} onClose={close} /> : null}
      {opened === 'REMIND_CUSTOMER' ? <RemindDialog paymentCase={paymentCase} onClose={close} /> : null}
      {opened === 'REGISTER_RECEIPT' ? <ReceiptDialog paymentCase={paymentCase} onClose={close} /> : null}
      {opened === 'UNASSIGN_PAYMENT' ? <UnassignDialog paymentCase={paymentCase} onClose={close} /> : null}
      {opened === 'REQUEST_REFUND' ? <RefundDialog paymentCase={paymentCase} onClose={close} /> : null}
      {opened === 'CANCEL_PAYMENT_CASE' ? (
        <CancelCaseDialog paymentCase={paymentCase} onClose={close} />
      ) : null}
    </>
  );
};
