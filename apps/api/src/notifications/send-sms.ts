import type { Message } from '@zahlwerk/db/generated/client';
import { renderSms } from '@zahlwerk/emails/sms';
import type { Ports } from '../ports.ts';
import type { SmsOutcome } from '../twilio/texter.ts';
import { codeProps } from './code-props.ts';
import { readMessageFacts } from './message-facts.ts';

const UNCLEAR: SmsOutcome = {
  state: 'UNCLEAR',
  reason: 'It is not known whether an earlier try has gone out, so it is not sent again.',
};

const textOf = async (ports: Ports, message: Message): Promise<string> => {
  if (message.template !== 'sign-in-code') throw new Error(`There is no SMS ${message.template}.`);
  const { business, code, validMinutes } = codeProps(ports, await readMessageFacts(ports, message));
  return renderSms('sign-in-code', message.locale, { businessName: business.name, code, validMinutes });
};

/** Sends an SMS that has just been marked as being sent, once: of a second try nobody knows what became of the first. */
export const sendSms = async (ports: Ports, message: Message): Promise<SmsOutcome> => {
  if (message.attempts > 1) return UNCLEAR;
  if (!ports.texter) return { state: 'REFUSED', reason: 'No SMS provider is set up.' };
  return ports.texter.send({ to: message.recipient, text: await textOf(ports, message) });
};
