import type { BankAccount } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import type { Money } from '@zahlwerk/domain/money/money';
import type { TransferBlock } from './mail.ts';

/** The block for paying by transfer, or none when the business takes no transfers on its own account (rule 25). */
export const transferTo = (
  account: BankAccount | null,
  amount: Money,
  reference: string,
  title: string,
): readonly TransferBlock[] => (account ? [{ type: 'transfer', title, account, amount, reference }] : []);
