// `npm test`. Runs on any Node from 20 on, before anything is installed, so it imports nothing but this folder.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Zahlwerk needs Node 20 or newer; this is Node ${process.versions.node}.`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const { runTests } = await import('./test/run-tests.mjs');
await runTests(process.argv.slice(2));
