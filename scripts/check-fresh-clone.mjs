// `node scripts/check-fresh-clone.mjs [--only=root|user] [--with-tests]`: does what README.md tells a stranger to do,
// in a fresh clone of the last commit below a folder that only its owner may enter; cold, then warm; started by root
// also as an ordinary user. Needs Linux. Takes some minutes: people run it before a release, `npm test` does not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actors } from './fresh-clone/actors.mjs';
import { commandsIn } from './fresh-clone/commands.mjs';
import { trial } from './fresh-clone/trial.mjs';
import { HOME } from './launch/settings.mjs';

const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
const commands = commandsIn(readFileSync(join(HOME, 'README.md'), 'utf8'));
const { people, leave } = actors(only);
let failed = 0;
try {
  for (const person of people) {
    console.log(`\n── As ${person.name}`);
    try {
      await trial({ home: HOME, commands, person, withTests: process.argv.includes('--with-tests') });
    } catch (error) {
      failed += 1;
      console.error(`✗ ${error.message}`);
    }
  }
} finally {
  leave();
}
console.log(`${people.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && people.length > 0 ? 0 : 1;
