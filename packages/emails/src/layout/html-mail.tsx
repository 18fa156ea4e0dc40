import type { Locale } from '@zahlwerk/domain/money/format-money';
import { Body, Container, Head, Heading, Html, Preview, render, Section, Text } from 'react-email';
import { oneLine } from '../clean-text.ts';
import type { Mail } from '../mail.ts';
import { BlockView } from './block-view.tsx';
import { FRAME_WORDS } from './frame-words.ts';
import { imprint } from './imprint.ts';
import { Note, Pill } from './note.tsx';
import { replyNote } from './reply-note.ts';
import { STYLE_SHEET, style } from './style.ts';

/** The message as an HTML document of 600 px at most that needs no pictures and no style sheet to be read. */
export const setHtml = (mail: Mail, locale: Locale): Promise<string> =>
  render(<MailDocument mail={mail} locale={locale} />);

interface MailProps {
  readonly mail: Mail;
  readonly locale: Locale;
}

const MailDocument = ({ mail, locale }: MailProps) => (
  <Html lang={locale}>
    <Head>
      <title>{mail.subject}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <style dangerouslySetInnerHTML={{ __html: STYLE_SHEET }} />
    </Head>
    <Body lang={locale} className="zw-ground" style={{ ...style.ground, margin: 0, padding: 0 }}>
      <Preview useTitleTag={false}>{oneLine(mail.preview)}</Preview>
      {/* biome-ignore lint/a11y/useSemanticElements: mail clients strip <article>, a div with its role stays */}
      <div role="article" aria-roledescription="email" aria-label={mail.subject} lang={locale}>
        <Section className="zw-ground" style={style.ground}>
          <Container tdClassName="zw-frame" style={style.frame}>
            <Text className="zw-text zw-edge" style={style.sender}>
              {oneLine(mail.business.name)}
            </Text>
            <Section className="zw-card" tdClassName="zw-inside" style={style.card}>
              <Letter mail={mail} locale={locale} />
            </Section>
            <Footer mail={mail} locale={locale} />
          </Container>
        </Section>
      </div>
    </Body>
  </Html>
);

const Letter = ({ mail, locale }: MailProps) => (
  <>
    {mail.status && <Pill tone={mail.status.tone}>{mail.status.word}</Pill>}
    <Heading as="h1" className="zw-text zw-title" style={style.title}>
      {oneLine(mail.title)}
    </Heading>
    {mail.isTest && <Note tone="warn">{FRAME_WORDS[locale].test}</Note>}
    <Text className="zw-text" style={style.paragraph}>
      {mail.greeting}
    </Text>
    {mail.blocks.map((block, index) => (
      <BlockView key={index} block={block} locale={locale} />
    ))}
  </>
);

const Footer = ({ mail, locale }: MailProps) => (
  <Section tdClassName="zw-edge" style={style.footer}>
    <Text className="zw-dim" style={style.footerText}>
      {mail.audience === 'TEAM'
        ? oneLine(FRAME_WORDS[locale].team(mail.business.name))
        : replyNote(mail, locale)}
    </Text>
    {imprint(mail, locale).map((line) => (
      <Text key={line} className="zw-dim" style={style.imprint}>
        {oneLine(line)}
      </Text>
    ))}
  </Section>
);
