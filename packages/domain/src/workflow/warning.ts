import type { Actor } from './actor.ts';
import { isSingleControl, leads, mayClose } from './four-eyes.ts';
import type { PaymentCase } from './payment-case.ts';
import type { CaseAction } from './permissions.ts';

/** What somebody should know before they do what they may. One sentence per reason, in both languages. */
export const WARNING_TEXT = {
  ONLY_LEAD_COULD_NOT_CLOSE: {
    de: 'Sie sind die einzige Person, die diesen Vorgang abschließen darf. Wer das Geld bearbeitet, darf es nicht mehr: Laden Sie vorher eine zweite Teamleitung ein, oder schalten Sie die Einzelkontrolle ein.',
    en: 'You are the only person who may close this case. Whoever handles the money no longer may: invite a second team lead first, or switch on single control.',
  },
  LAST_LEAD_COULD_NOT_CLOSE: {
    de: 'Alle anderen, die abschließen dürften, haben das Geld schon bearbeitet. Danach dürfen auch Sie diesen Vorgang nicht mehr abschließen: Lassen Sie es jemand anderen tun, oder laden Sie vorher eine weitere Teamleitung ein.',
    en: 'Everybody else who could close has handled the money already. Afterwards you may not close this case either: let somebody else do it, or invite another team lead first.',
  },
} as const satisfies Record<string, { readonly de: string; readonly en: string }>;

export type WarningCode = keyof typeof WARNING_TEXT;

/** What makes a member one who has handled the money (rule 7). */
const HANDLING: readonly CaseAction[] = [
  'CREATE_PAYMENT_TASK',
  'CHARGE_STORED_METHOD',
  'CONFIRM_AMOUNT',
  'WRITE_OFF_REST',
  'DECIDE_APPROVAL',
  'RECORD_PAYMENT',
  'REVERSE_ALLOCATION',
  'UNASSIGN_PAYMENT',
  'REGISTER_RECEIPT',
  'REQUEST_REFUND',
  'RECORD_REFUND_TRANSFER',
  'ACCEPT_DISPUTE',
];

/** Warns the last member who may close a case before they handle its money: then nobody could (rule 7). */
export const warningOf = (state: PaymentCase, actor: Actor, action: CaseAction): WarningCode | null => {
  if (state.state !== 'OPEN' || !HANDLING.includes(action) || isSingleControl(state)) return null;
  const [last, ...others] = mayClose(state);
  if (others.length > 0 || actor.kind !== 'MEMBER' || last?.id !== actor.id) return null;
  return leads(state).length === 1 ? 'ONLY_LEAD_COULD_NOT_CLOSE' : 'LAST_LEAD_COULD_NOT_CLOSE';
};
