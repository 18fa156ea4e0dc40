// `npm start`. Runs on any Node from 20 on, before anything is installed, so it imports nothing but this folder.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Zahlwerk needs Node 20 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
const { launch } = await import('./launch/launch.mjs');
await launch(process.argv.slice(2));
