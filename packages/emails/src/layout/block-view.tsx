import type { Locale } from '@zahlwerk/domain/money/format-money';
import { Button, Link, Section, Text } from 'react-email';
import { oneLine } from '../clean-text.ts';
import type { Block, LinkTo } from '../mail.ts';
import { safeLink } from '../safe-link.ts';
import { FactsTable } from './facts-table.tsx';
import { FRAME_WORDS } from './frame-words.ts';
import { Note } from './note.tsx';
import { style } from './style.ts';
import { TransferView } from './transfer-view.tsx';

interface BlockProps {
  readonly block: Block;
  readonly locale: Locale;
}

/** One block of a message as HTML. */
export const BlockView = ({ block, locale }: BlockProps) => {
  switch (block.type) {
    case 'paragraph':
      return (
        <Text className="zw-text" style={style.paragraph}>
          {oneLine(block.text)}
        </Text>
      );
    case 'amount':
      return <Amount {...block} />;
    case 'facts':
      return <FactsTable rows={block.rows} />;
    case 'list':
      return (
        <ul className="zw-text" style={style.list}>
          {block.items.map((item) => (
            <li key={item}>{oneLine(item)}</li>
          ))}
        </ul>
      );
    case 'code':
      return (
        <Section className="zw-raised" style={style.code}>
          <Text className="zw-text" style={style.codeText}>
            {oneLine(block.value)}
          </Text>
        </Section>
      );
    case 'note':
      return <Note tone={block.tone}>{block.text}</Note>;
    case 'button':
      return block.rank === 'primary' ? (
        <PrimaryButton {...block} locale={locale} />
      ) : (
        <SecondaryButton {...block} />
      );
    case 'choices':
      return <Choices {...block} />;
    case 'transfer':
      return <TransferView block={block} locale={locale} />;
  }
};

const Amount = ({ label, value, note }: Extract<Block, { type: 'amount' }>) => (
  <Section className="zw-raised" style={style.amountBox}>
    <Text className="zw-dim" style={style.amountLabel}>
      {oneLine(label)}
    </Text>
    <Text className="zw-text" style={style.amount}>
      {oneLine(value)}
    </Text>
    {note && (
      <Text className="zw-dim" style={style.amountLabel}>
        {oneLine(note)}
      </Text>
    )}
  </Section>
);

/** The one thing to do. Its address stands below in full, for whoever cannot or will not click. */
const PrimaryButton = ({ label, url, locale }: LinkTo & { readonly locale: Locale }) => (
  <Section style={style.buttonRow}>
    <Button className="zw-primary zw-button" href={safeLink(url)} style={style.primary}>
      {oneLine(label)}
    </Button>
    <Text className="zw-dim" style={style.openLink}>
      {FRAME_WORDS[locale].openLink}
      <br />
      <Link className="zw-link" href={safeLink(url)} style={style.link}>
        {safeLink(url)}
      </Link>
    </Text>
  </Section>
);

const SecondaryButton = ({ label, url }: LinkTo) => (
  <Section style={style.buttonRow}>
    <Button className="zw-secondary zw-button" href={safeLink(url)} style={style.secondary}>
      {oneLine(label)}
    </Button>
  </Section>
);

const Choices = ({ question, options }: Extract<Block, { type: 'choices' }>) => (
  <Section style={style.choices}>
    <Text className="zw-text" style={style.question}>
      {oneLine(question)}
    </Text>
    {options.map(({ label, url }) => (
      <Link key={label} className="zw-secondary" href={safeLink(url)} style={style.choice}>
        {oneLine(label)}
      </Link>
    ))}
  </Section>
);
