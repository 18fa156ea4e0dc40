import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandsIn } from './commands.mjs';

describe('the commands of README.md', () => {
  it('are the two that everybody knows', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    expect(commandsIn(readme)).toEqual({ start: 'npm start', test: 'npm test' });
  });

  it('are not guessed when the README no longer marks them', () => {
    expect(() => commandsIn('```sh\nnpm start\n```')).toThrow('right after "<!-- commands: start -->"');
    const two = '<!-- commands: start -->\n```sh\nnpm install\nnpm start\n```';
    expect(() => commandsIn(two)).toThrow('one npm command');
  });
});
