import { Section, Text } from 'react-email';
import { oneLine } from '../clean-text.ts';
import type { Tone } from '../mail.ts';
import { style } from './style.ts';

/** A sign beside the colour, because colour alone tells some readers nothing. */
const SIGN: Readonly<Record<Tone, string>> = { neutral: '', ok: '✓', warn: '!', bad: '✕' };

interface ToneProps {
  readonly tone: Tone;
  readonly children: string;
}

/** A sentence set apart from the letter. */
export const Note = ({ tone, children }: ToneProps) => (
  <Section className={`zw-${tone}`} style={{ ...style.note, backgroundColor: style[tone].backgroundColor }}>
    <Text className={`zw-${tone}`} style={{ ...style.noteText, ...style[tone] }}>
      {oneLine(children)}
    </Text>
  </Section>
);

/** The state in one word, above the title. */
export const Pill = ({ tone, children }: ToneProps) => (
  <span className={`zw-${tone}`} style={{ ...style.pill, ...style[tone] }}>
    {SIGN[tone] && <span aria-hidden="true">{`${SIGN[tone]}\u00a0 `}</span>}
    {oneLine(children)}
  </span>
);
