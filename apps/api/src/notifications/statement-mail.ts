import type { Message } from '@zahlwerk/db/generated/client';
import type { AccountStatementMail } from '@zahlwerk/emails/templates/account-statement';
import { thaw } from './frozen-props.ts';

export interface StatementMail {
  readonly says: AccountStatementMail;
  /** The PDF that goes along. */
  readonly documentId: string;
}

/** What a mail with a statement of account says: all of it was frozen when it was queued. */
export const statementMail = ({ id, parameters }: Message): StatementMail => {
  if (!parameters) throw new Error(`Message ${id} has lost what it says.`);
  const { documentId, ...says } = thaw(parameters) as AccountStatementMail & { readonly documentId: string };
  return { says, documentId };
};
