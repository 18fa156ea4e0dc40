import type { Locale } from '@zahlwerk/domain/money/format-money';
import { plainLine } from '../clean-text.ts';
import type { Block, Mail } from '../mail.ts';
import { safeLink } from '../safe-link.ts';
import { FRAME_WORDS } from './frame-words.ts';
import { imprint } from './imprint.ts';
import { replyNote } from './reply-note.ts';
import { transferRows } from './transfer-rows.ts';

/**
 * The message as plain text: one thought per paragraph, one fact per line, each link on a line of its own. Lines are
 * not broken; every reader knows its own width.
 */
export const setText = (mail: Mail, locale: Locale): string => {
  const words = FRAME_WORDS[locale];
  const closing = mail.audience === 'TEAM' ? words.team(mail.business.name) : replyNote(mail, locale);
  const paragraphs = [
    ...(mail.isTest ? [plainLine(words.test)] : []),
    underlined(plainLine(mail.title)),
    plainLine(mail.greeting),
    ...mail.blocks.flatMap((block) => setBlock(block, locale)),
    plainLine(closing),
    // "-- " opens the signature, which mail programs set apart.
    ['-- ', ...imprint(mail, locale).map(plainLine)].join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
};

const underlined = (line: string): string => `${line}\n${'='.repeat([...line].length)}`;

const setBlock = (block: Block, locale: Locale): readonly string[] => {
  switch (block.type) {
    case 'paragraph':
    case 'note':
      return [plainLine(block.text)];
    case 'amount':
      return [plainLine(`${block.label}: ${block.value}${block.note ? `, ${block.note}` : ''}`)];
    case 'facts':
      return [setRows(block.rows)];
    case 'list':
      return [block.items.map((item) => `- ${plainLine(item)}`).join('\n')];
    case 'code':
      return [`    ${plainLine(block.value)}`];
    case 'button':
      return [`${plainLine(block.label)}:\n${safeLink(block.url)}`];
    case 'choices':
      return [
        [
          plainLine(block.question),
          ...block.options.map(({ label, url }) => `${label}: ${safeLink(url)}`),
        ].join('\n'),
      ];
    case 'transfer': {
      const { purposeHint } = FRAME_WORDS[locale];
      return [`${plainLine(block.title)}\n${setRows(transferRows(block, locale))}`, purposeHint];
    }
  }
};

const setRows = (rows: readonly { label: string; value: string }[]): string =>
  rows.map(({ label, value }) => `${plainLine(label)}: ${plainLine(value)}`).join('\n');
