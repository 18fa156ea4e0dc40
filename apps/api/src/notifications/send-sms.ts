import type { Message } from '@zahlwerk/db/generated/client';
import { renderSms } from '@zahlwerk/emails/sms';
import type { Ports } from '../ports.ts';
import type { SmsOutcome } from '../twilio/texter.ts';
import { codeProps } from './code-props.ts';
import { type MessageFacts, readMessageFacts } from './message-facts.ts';
import { partialReceivedProps, receiptProps } from './message-props.ts';

const UNCLEAR: SmsOutcome = {
  state: 'UNCLEAR',
  reason: 'It is not known whether an earlier try has gone out, so it is not sent again.',
};

/** Nothing that somebody could look after case by case: the desk has no SMS provider. */
export const NO_PROVIDER: SmsOutcome = { state: 'REFUSED', reason: 'NO_SMS_PROVIDER' };

/** What each SMS says; of a payment it says what the mail beside it says. */
const TEXTS: Readonly<Record<string, (ports: Ports, facts: MessageFacts) => string>> = {
  'sign-in-code': (ports, facts) => {
    const { business, code, validMinutes } = codeProps(ports, facts);
    return renderSms('sign-in-code', facts.message.locale, {
      businessName: business.name,
      code,
      validMinutes,
    });
  },
  receipt: (_ports, facts) => {
    const props = receiptProps(facts);
    return renderSms('receipt', facts.message.locale, { ...props, businessName: props.business.name });
  },
  'partial-received': (_ports, facts) => {
    const props = partialReceivedProps(facts);
    return renderSms('partial-received', facts.message.locale, {
      ...props,
      businessName: props.business.name,
    });
  },
};

/** Sends an SMS that has just been marked as being sent, once: of a second try nobody knows what became of the first. */
export const sendSms = async (ports: Ports, message: Message): Promise<SmsOutcome> => {
  if (message.attempts > 1) return UNCLEAR;
  if (!ports.texter) return NO_PROVIDER;
  const textOf = TEXTS[message.template];
  if (!textOf) throw new Error(`There is no SMS ${message.template}.`);
  const text = textOf(ports, await readMessageFacts(ports, message));
  const { organizationId, id: messageId, recipient: to } = message;
  return ports.texter.send({ to, text, organizationId, messageId });
};
