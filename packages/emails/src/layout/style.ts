import type { CSSProperties } from 'react';

/** The panel's tokens, so that mail and pay page look like one house. */
const LIGHT = {
  ground: '#f1f3f6',
  surface: '#ffffff',
  raised: '#f8f9fb',
  line: '#e6e9ee',
  lineStrong: '#bec4cf',
  text: '#20242c',
  dim: '#5b6372',
  accent: '#3f4fd0',
  link: '#3442b0',
  neutral: '#565e6d',
  neutralSoft: '#eef0f4',
  ok: '#14713f',
  okSoft: '#e5f5ec',
  warn: '#8a5300',
  warnSoft: '#fdf1dc',
  bad: '#b3261e',
  badSoft: '#fdeceb',
};

const DARK: typeof LIGHT = {
  ground: '#0e1014',
  surface: '#171a21',
  raised: '#1f232c',
  line: '#2c323c',
  lineStrong: '#4a515d',
  text: '#e4e7ec',
  dim: '#a2a9b5',
  accent: '#4a5bdd',
  link: '#a3aef0',
  neutral: '#c3c8d1',
  neutralSoft: '#262b34',
  ok: '#5fce94',
  okSoft: '#12291d',
  warn: '#eab65c',
  warnSoft: '#2e2411',
  bad: '#ff8f86',
  badSoft: '#37181a',
};

const FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Helvetica, Arial, sans-serif";
const MONOSPACED = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

// Long words and names must not widen the mail; `overflow-wrap` alone would let tables grow.
const body = {
  fontFamily: FONT,
  fontSize: '16px',
  lineHeight: '25px',
  color: LIGHT.text,
  margin: 0,
  wordBreak: 'break-word',
} as const;
const small = { ...body, fontSize: '13px', lineHeight: '20px', color: LIGHT.dim };
const pill = {
  borderRadius: '999px',
  display: 'inline-block',
  fontFamily: FONT,
  fontSize: '13px',
  fontWeight: 600,
};

/** Inline styles are the light setting and all that some clients know; the classes of `STYLE_SHEET` refine them. */
export const style = {
  ground: { backgroundColor: LIGHT.ground },
  frame: { maxWidth: '600px', padding: '24px 12px 32px' },
  sender: { ...body, fontSize: '15px', fontWeight: 600, padding: '0 20px 12px' },
  card: {
    backgroundColor: LIGHT.surface,
    border: `1px solid ${LIGHT.line}`,
    borderRadius: '12px',
    borderCollapse: 'separate',
    padding: '28px 32px 32px',
  },
  title: {
    ...body,
    fontSize: '22px',
    lineHeight: '29px',
    fontWeight: 650,
    letterSpacing: '-0.01em',
  },
  paragraph: { ...body, marginTop: '16px', marginBottom: 0 },
  amountBox: { backgroundColor: LIGHT.raised, borderRadius: '10px', marginTop: '20px', padding: '16px 20px' },
  amountLabel: small,
  amount: {
    ...body,
    fontSize: '32px',
    lineHeight: '40px',
    fontWeight: 650,
    fontVariantNumeric: 'tabular-nums',
    letterSpacing: '-0.02em',
  },
  facts: { width: '100%', borderCollapse: 'collapse', marginTop: '20px' },
  factLabel: {
    ...body,
    fontSize: '14px',
    lineHeight: '21px',
    fontWeight: 400,
    color: LIGHT.dim,
    textAlign: 'left',
    verticalAlign: 'top',
    wordBreak: 'normal',
    width: '38%',
    padding: '9px 12px 9px 0',
    borderBottom: `1px solid ${LIGHT.line}`,
  },
  factValue: {
    ...body,
    fontSize: '15px',
    lineHeight: '21px',
    fontVariantNumeric: 'tabular-nums',
    verticalAlign: 'top',
    padding: '9px 0',
    borderBottom: `1px solid ${LIGHT.line}`,
  },
  lastFact: { borderBottom: 'none' },
  list: { ...body, marginTop: '12px', marginBottom: 0, paddingLeft: '22px' },
  code: {
    backgroundColor: LIGHT.raised,
    borderRadius: '10px',
    marginTop: '20px',
    padding: '18px 20px',
    textAlign: 'center',
  },
  codeText: {
    ...body,
    fontFamily: MONOSPACED,
    fontSize: '32px',
    lineHeight: '40px',
    fontWeight: 600,
    letterSpacing: '0.18em',
  },
  buttonRow: { marginTop: '20px' },
  primary: {
    backgroundColor: LIGHT.accent,
    border: `1px solid ${LIGHT.accent}`,
    borderRadius: '8px',
    color: '#ffffff',
    fontFamily: FONT,
    fontSize: '16px',
    fontWeight: 600,
    padding: '13px 24px',
    textAlign: 'center',
  },
  secondary: {
    backgroundColor: LIGHT.surface,
    border: `1px solid ${LIGHT.lineStrong}`,
    borderRadius: '8px',
    color: LIGHT.link,
    fontFamily: FONT,
    fontSize: '16px',
    fontWeight: 600,
    padding: '13px 24px',
    textAlign: 'center',
  },
  openLink: { ...small, marginTop: '10px', marginBottom: 0, wordBreak: 'break-all' },
  link: { color: LIGHT.link, textDecoration: 'underline', wordBreak: 'break-all' },
  rule: { borderTop: `1px solid ${LIGHT.line}`, marginTop: '16px', marginBottom: 0 },
  subtitle: { ...body, fontSize: '17px', lineHeight: '24px', fontWeight: 650, marginTop: '24px' },
  transferFacts: { width: '100%', borderCollapse: 'collapse', marginTop: '8px' },
  hint: { ...small, fontSize: '14px', lineHeight: '21px', marginTop: '14px', marginBottom: 0 },
  giroCode: { marginTop: '18px' },
  giroCodePicture: { width: '148px', verticalAlign: 'top' },
  giroCodeImage: { backgroundColor: '#ffffff', border: `1px solid ${LIGHT.line}`, borderRadius: '8px' },
  giroCodeText: { padding: '4px 0 0 16px', verticalAlign: 'top' },
  giroCodeName: { ...body, fontSize: '15px', fontWeight: 650 },
  choices: { marginTop: '28px' },
  question: { ...body, fontWeight: 600 },
  choice: {
    ...pill,
    border: `1px solid ${LIGHT.lineStrong}`,
    color: LIGHT.link,
    fontSize: '15px',
    lineHeight: '20px',
    margin: '10px 8px 0 0',
    padding: '9px 18px',
    textDecoration: 'none',
  },
  note: { borderRadius: '8px', marginTop: '20px', padding: '12px 16px' },
  noteText: { ...body, fontSize: '14px', lineHeight: '21px' },
  pill: { ...pill, lineHeight: '18px', margin: '0 0 14px', padding: '3px 11px' },
  footer: { padding: '20px 20px 0' },
  footerText: { ...small, marginTop: 0, marginBottom: '10px' },
  imprint: { ...small, fontSize: '12px', lineHeight: '18px', marginTop: 0, marginBottom: '4px' },
  neutral: { color: LIGHT.neutral, backgroundColor: LIGHT.neutralSoft },
  ok: { color: LIGHT.ok, backgroundColor: LIGHT.okSoft },
  warn: { color: LIGHT.warn, backgroundColor: LIGHT.warnSoft },
  bad: { color: LIGHT.bad, backgroundColor: LIGHT.badSoft },
} as const satisfies Record<string, CSSProperties>;

/** Class by class what changes in the dark; `!important` because inline styles would win. */
const DARK_RULES = `
  .zw-ground { background-color: ${DARK.ground} !important; }
  .zw-card { background-color: ${DARK.surface} !important; border-color: ${DARK.line} !important; }
  .zw-raised { background-color: ${DARK.raised} !important; }
  .zw-text { color: ${DARK.text} !important; }
  .zw-dim { color: ${DARK.dim} !important; }
  .zw-line { border-color: ${DARK.line} !important; }
  .zw-link { color: ${DARK.link} !important; }
  .zw-primary { background-color: ${DARK.accent} !important; border-color: ${DARK.accent} !important; color: #ffffff !important; }
  .zw-secondary { background-color: ${DARK.surface} !important; border-color: ${DARK.lineStrong} !important; color: ${DARK.link} !important; }
  .zw-neutral { background-color: ${DARK.neutralSoft} !important; color: ${DARK.neutral} !important; }
  .zw-ok { background-color: ${DARK.okSoft} !important; color: ${DARK.ok} !important; }
  .zw-warn { background-color: ${DARK.warnSoft} !important; color: ${DARK.warn} !important; }
  .zw-bad { background-color: ${DARK.badSoft} !important; color: ${DARK.bad} !important; }
`;

/** Small screens and dark mode. Outlook on the web darkens by itself and marks what it has changed with data-ogsc. */
export const STYLE_SHEET = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (max-width: 480px) {
    .zw-frame { padding: 12px 8px 24px !important; }
    .zw-edge { padding-left: 12px !important; padding-right: 12px !important; }
    .zw-inside { padding: 22px 18px 24px !important; }
    .zw-title { font-size: 20px !important; line-height: 27px !important; }
    .zw-button { display: block !important; }
  }
  @media (prefers-color-scheme: dark) {${DARK_RULES}}
  ${DARK_RULES.replaceAll('  .zw-', '  [data-ogsc] .zw-')}
`;
