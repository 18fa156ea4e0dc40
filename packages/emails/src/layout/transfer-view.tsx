import { formatMoney, type Locale } from '@zahlwerk/domain/money/format-money';
import { Column, Heading, Hr, Img, Row, Text } from 'react-email';
import { oneLine } from '../clean-text.ts';
import { GIRO_CODE_ID, giroCodePayload } from '../giro-code.ts';
import type { TransferBlock } from '../mail.ts';
import { FactsTable } from './facts-table.tsx';
import { FRAME_WORDS, GIRO_CODE } from './frame-words.ts';
import { style } from './style.ts';
import { transferRows } from './transfer-rows.ts';

interface TransferProps {
  readonly block: TransferBlock;
  readonly locale: Locale;
}

/** How to transfer the money: in words first, then as GiroCode, which is not needed to read the rest. */
export const TransferView = ({ block, locale }: TransferProps) => (
  <>
    <Hr className="zw-line" style={style.rule} />
    <Heading as="h2" className="zw-text" style={style.subtitle}>
      {oneLine(block.title)}
    </Heading>
    <FactsTable rows={transferRows(block, locale)} tableStyle={style.transferFacts} />
    <Text className="zw-dim" style={style.hint}>
      {FRAME_WORDS[locale].purposeHint}
    </Text>
    {giroCodePayload(block) !== null && <GiroCodePicture block={block} locale={locale} />}
  </>
);

const GiroCodePicture = ({ block, locale }: TransferProps) => {
  const words = FRAME_WORDS[locale];
  const alt = words.giroCodeAlt(formatMoney(block.amount, locale), block.account.holder);
  return (
    <Row style={style.giroCode}>
      <Column style={style.giroCodePicture}>
        <Img
          src={`cid:${GIRO_CODE_ID}`}
          alt={oneLine(alt)}
          width="148"
          height="148"
          style={style.giroCodeImage}
        />
      </Column>
      <Column style={style.giroCodeText}>
        <Text className="zw-text" style={style.giroCodeName}>
          {GIRO_CODE}
        </Text>
        <Text className="zw-dim" style={{ ...style.hint, marginTop: '4px' }}>
          {words.giroCodeHint}
        </Text>
      </Column>
    </Row>
  );
};
