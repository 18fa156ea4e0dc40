import type { CustomerData } from '../customer-data.ts';
import { type MachineCheck, outcomesOf } from './machine-check.ts';

const { passed, failed, notApplicable } = outcomesOf('email', 'EMAIL_SYNTAX');

export type EmailProblem = 'EMAIL_UNSAFE' | 'EMAIL_MALFORMED';

/** Characters that would end a header line or start another address (RFC 5322). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const UNSAFE = /[\u0000-\u001f\u007f<>,;:"()[\]\\\s]/;
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const TOP_LEVEL = /^(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$/;

/**
 * Why mail could not or must not be sent to this address, or null: a plain `local@domain` of RFC 5321 (64 and 254
 * characters at most, no quoted local part, no address literal, ASCII, as mail providers take them).
 */
export const emailProblem = (email: string): EmailProblem | null => {
  if (UNSAFE.test(email)) return 'EMAIL_UNSAFE';
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  const labels = domain.split('.');
  const isSound =
    at > 0 &&
    email.length <= 254 &&
    local.length <= 64 &&
    LOCAL.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LEVEL.test(labels.at(-1) ?? '');
  return isSound ? null : 'EMAIL_MALFORMED';
};

/** Domain in lower case and, for umlaut domains, in the ASCII form that mail servers know. The rest stays as typed. */
export const normalizeEmail = (email: string): string => {
  const at = email.lastIndexOf('@');
  if (at < 1) return email;
  const domain = email.slice(at + 1);
  const ascii = /^[a-z0-9.-]+$/i.test(domain) ? domain.toLowerCase() : asciiDomain(domain);
  return email.slice(0, at + 1) + ascii;
};

/** The URL parser is the platform's own IDNA implementation; what it cannot read stays as it is and fails the check. */
const asciiDomain = (domain: string): string =>
  /[/?#@:\\%]/.test(domain) || !URL.canParse(`http://${domain}`)
    ? domain
    : new URL(`http://${domain}`).hostname;

/** Whether the address is well formed and safe to put into a mail header. It does not prove that anybody reads it. */
export const checkEmail = ({ email }: CustomerData): MachineCheck => {
  if (email === null) return notApplicable();
  const problem = emailProblem(email);
  return problem ? failed(problem) : passed(email.slice(email.lastIndexOf('@') + 1));
};
