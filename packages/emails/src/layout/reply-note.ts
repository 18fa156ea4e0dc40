import type { Locale } from '@zahlwerk/domain/money/format-money';
import type { Mail } from '../mail.ts';
import { FRAME_WORDS } from './frame-words.ts';

/** Whether an answer reaches anybody: the sender sets Reply-To to the business's address when there is one. */
export const replyNote = ({ business }: Mail, locale: Locale): string =>
  business.email ? FRAME_WORDS[locale].reply : FRAME_WORDS[locale].noReply;
