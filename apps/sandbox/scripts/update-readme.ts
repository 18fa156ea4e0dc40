import { readFileSync, writeFileSync } from 'node:fs';
import { readmeTables } from './readme-tables.ts';

const README = new URL('../README.md', import.meta.url);

/** Puts each generated table between its `<!-- name -->` and `<!-- /name -->`. */
export const withTables = (readme: string): string =>
  Object.entries(readmeTables()).reduce(
    (text, [name, table]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`),
        (_all, open, close) => `${open}\n${table}\n${close}`,
      ),
    readme,
  );

if (import.meta.main) writeFileSync(README, withTables(readFileSync(README, 'utf8')));
