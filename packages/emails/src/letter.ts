import type { Locale } from '@zahlwerk/domain/money/format-money';
import { greet } from './greeting.ts';
import type { Business, Mail, ToCustomer } from './mail.ts';

/** What a template adds to sender, audience and salutation. */
type Content = Omit<Mail, 'business' | 'audience' | 'isTest' | 'greeting'>;

interface ToTeam {
  readonly business: Business;
  readonly isTest: boolean;
}

/** A mail from the business to its customer. */
export const letterToCustomer = (
  { business, isTest, customerName }: ToCustomer,
  locale: Locale,
  content: Content,
): Mail => ({ business, isTest, audience: 'CUSTOMER', greeting: greet(customerName, locale), ...content });

/** A mail to somebody who works with the business's payment desk, or is to. */
export const letterToTeam = (
  { business, isTest }: ToTeam,
  recipientName: string | null,
  locale: Locale,
  content: Content,
): Mail => ({ business, isTest, audience: 'TEAM', greeting: greet(recipientName, locale), ...content });
