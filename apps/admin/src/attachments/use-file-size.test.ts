import { expect, test } from 'vitest';
import { formatFileSize } from './use-file-size.ts';

test('a size is written in the unit that people think in', () => {
  expect(formatFileSize(36, 'de')).toBe('36 Byte');
  expect(formatFileSize(1_440_000, 'de')).toBe('1,4 MB');
  expect(formatFileSize(1_440_000, 'en')).toBe('1.4 MB');
  expect(formatFileSize(999, 'en')).toBe('999 bytes');
  expect(formatFileSize(12_000_000_000, 'en')).toBe('12,000 MB');
});
