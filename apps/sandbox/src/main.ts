import { readEnvironment } from './environment.ts';
import { startSandbox } from './start-sandbox.ts';

const STOP_WITHIN_MS = 1500;

const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop what listens there, or set another port.`;
  if (code === 'EACCES') return `Not allowed: ${error.message}. Choose another folder or port.`;
  return error.message;
};

try {
  const sandbox = await startSandbox(readEnvironment(process.env));
  process.stdout.write(
    `Sandbox ${sandbox.pageUrl} · Stripe ${sandbox.stripeUrl} · Resend ${sandbox.resendUrl}/inbox · Twilio ${sandbox.twilioUrl}\n`,
  );
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
    void sandbox.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`The sandbox cannot start. ${explain(error)}\n`);
  process.exit(1);
}
