import { builder } from './builder.ts';

export const LanguageEnum = builder.enumType('Language', {
  description: 'A language in which people are written to.',
  values: ['de', 'en'] as const,
});
