/** How long a code can be entered, in minutes of real time, and how many wrong tries it bears. */
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;

/** A code that was sent for a link, before a try; null where none is out. */
export interface SentCode {
  readonly expiresAt: Date;
  readonly wrongTries: number;
}

export type CodeProblem = 'CODE_NOT_SENT' | 'CODE_EXPIRED' | 'CODE_LOCKED' | 'CODE_WRONG';

/** Why a code does not open its link; null: it does. A code that has borne its tries is over, even if the next one is right. */
export const judgeCode = (sent: SentCode | null, isRight: boolean, now: Date): CodeProblem | null => {
  if (!sent) return 'CODE_NOT_SENT';
  if (sent.expiresAt <= now) return 'CODE_EXPIRED';
  if (sent.wrongTries >= CODE_TRIES) return 'CODE_LOCKED';
  return isRight ? null : 'CODE_WRONG';
};

interface Addresses {
  readonly email: string | null;
  readonly phone: string | null;
}

export interface CodeAddress {
  readonly channel: 'SMS' | 'EMAIL';
  readonly address: string;
}

/**
 * Where a code goes (rule 24): by SMS to a stored phone, so that it takes another way than the link; otherwise by mail,
 * unless mails to the address come back. Null: it cannot be sent.
 */
export const codeAddressOf = (
  { email, phone }: Addresses,
  can: { readonly text: boolean; readonly mail: boolean },
): CodeAddress | null => {
  if (phone && can.text) return { channel: 'SMS', address: phone };
  return email && can.mail ? { channel: 'EMAIL', address: email } : null;
};

/** As much of an address as its owner needs to know it by: `n•••@example.org`, `•••78`. */
export const maskedAddress = ({ channel, address }: CodeAddress): string =>
  channel === 'SMS' ? `•••${address.slice(-2)}` : address.replace(/^(.).*(?=@)/s, '$1•••');
