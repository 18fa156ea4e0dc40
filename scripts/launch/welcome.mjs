import { join } from 'node:path';

/**
 * Addresses and how to sign in.
 * @param {import('./desk.mjs').Desk} desk
 */
export const welcome = ({ settings: { mode, ports, host, dataDir, publicUrl } }) => {
  const desk = publicUrl ?? `http://${host}:${ports.api}`;
  const lines = [
    ['Panel', desk],
    ['GraphQL', `${desk}/graphql`],
    ...(mode === 'demo'
      ? [
          ['Sandbox', `http://localhost:${ports.sandbox}`],
          ['Mail inbox', `http://localhost:${ports.resend}/inbox`],
        ]
      : []),
    ['Data and logs', `${dataDir}, ${join(dataDir, 'logs')}`],
  ];
  const signIn =
    mode === 'demo'
      ? 'Sign in: open the panel and choose a role of the demo business. One click, no password.'
      : 'Sign in: open the panel. The first person to sign up sets up the business and invites the others.';
  return `
Zahlwerk is ready.

${lines.map(([name, value]) => `  ${name.padEnd(14)}${value}`).join('\n')}

  ${signIn}
  End it with Ctrl-C.
`;
};
