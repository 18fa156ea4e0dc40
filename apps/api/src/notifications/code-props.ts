import { CODE_MINUTES } from '@zahlwerk/domain/customers/one-time-code';
import type { SignInCode } from '@zahlwerk/emails/templates/sign-in-code';
import type { Ports } from '../ports.ts';
import type { MessageFacts } from './message-facts.ts';
import { toCustomer } from './message-props.ts';

/** The one-time code of a method link; the message's subject is the id that the code is derived from. */
export const codeProps = ({ codes }: Pick<Ports, 'codes'>, facts: MessageFacts): SignInCode => ({
  ...toCustomer(facts),
  code: codes.codeOf(facts.message.subjectId),
  validMinutes: CODE_MINUTES,
  purpose: 'METHOD_CHANGE',
});
