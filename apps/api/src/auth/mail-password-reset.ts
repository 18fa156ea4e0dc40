import { createHash } from 'node:crypto';
import { countUse } from '@zahlwerk/db/rate-limit';
import { askSystem, membershipsOf, withSystem } from '@zahlwerk/db/system';
import { withTenant } from '@zahlwerk/db/tenant';
import { RESET_MINUTES } from '@zahlwerk/domain/accounts/password.schema';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import type { Business } from '@zahlwerk/emails/mail';
import { renderMessage } from '@zahlwerk/emails/render';
import type { Ports } from '../ports.ts';
import { sellerOf } from '../workflow/load/load-organization.ts';

/** A link for a new password that waits to be mailed. */
export type ResetMail = {
  readonly userId: string;
  readonly token: string;
  readonly locale: Locale;
  /** When the link is over (ISO 8601, UTC). */
  readonly validUntil: string;
};

export const MAIL_PASSWORD_RESET = 'mail-password-reset';

/** So many mails in an hour at most, whoever asks for them: nobody's mailbox is flooded by a stranger. */
const PER_PERSON = { limit: 3, windowSeconds: 60 * 60 };

/** Queues the mail with a fresh token, unless the person has been sent enough of them. Who asked learns neither. */
export const queuePasswordReset = async (
  { systemDb, jobs }: Pick<Ports, 'systemDb' | 'jobs'>,
  mail: Omit<ResetMail, 'validUntil'>,
): Promise<void> => {
  const validUntil = new Date(Date.now() + RESET_MINUTES * 60_000).toISOString();
  await withSystem(systemDb, async (tx) => {
    const key = `password-reset:${mail.userId}`;
    if ((await countUse(tx, { key, ...PER_PERSON }, Date.now())) !== null) return;
    await jobs.enqueue(tx, MAIL_PASSWORD_RESET, { ...mail, validUntil });
  });
  jobs.kick(MAIL_PASSWORD_RESET);
};

/** Who writes to somebody who has no business yet. */
const THE_DESK: Business = {
  name: 'Zahlwerk',
  ...{ street: '', postalCode: '', city: '', country: 'DE', email: null, phone: null, website: null },
  ...{ register: null, management: null, taxNumber: null, vatId: null },
};

/** The first of the person's businesses signs the mail. */
const businessOf = async ({ db, systemDb }: Ports, userId: string) => {
  const [first] = await askSystem(systemDb, (tx) => membershipsOf(tx, userId));
  if (!first) return { business: THE_DESK, isTest: false };
  const { organizationId: id } = first;
  const row = await withTenant(db, id, (tx) => tx.organization.findUniqueOrThrow({ where: { id } }));
  return { business: sellerOf(row), isTest: row.mode === 'DEMO' };
};

/**
 * Mails the link under which somebody sets a new password. The queue tries again while the mail provider is away, as long
 * as the link is good; what the provider will never take is only logged, because nobody is signed in who could be told.
 */
export const mailPasswordReset = async (
  ports: Ports,
  { userId, token, locale, validUntil }: ResetMail,
): Promise<void> => {
  if (new Date(validUntil) <= new Date()) return;
  const user = await askSystem(ports.systemDb, (tx) => tx.user.findUnique({ where: { id: userId } }));
  if (!user) return;
  const sender = await businessOf(ports, userId);
  const { subject, html, text } = await renderMessage('password-reset', locale, {
    ...sender,
    personName: user.name,
    resetUrl: `${ports.publicUrl}/reset-password/${token}`,
    validMinutes: RESET_MINUTES,
  });
  const outcome = await ports.mailer.send({
    key: `password-reset-${createHash('sha256').update(token).digest('hex')}`,
    tag: null,
    fromName: sender.business.name,
    to: user.email,
    replyTo: sender.business.email,
    ...{ subject, html, text, attachments: [] },
  });
  if (outcome.state === 'REFUSED')
    ports.log.error({ reason: outcome.reason }, 'a mail for a new password was refused');
};
