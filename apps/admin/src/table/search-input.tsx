import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchInputProps {
  readonly value: string;
  readonly label: string;
  readonly onSearch: (text: string) => void;
}

/** The search of a list; `/` leads here from anywhere on the screen. */
export const SearchInput = ({ value, label, onSearch }: SearchInputProps) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const search = useDebouncedCallback(onSearch, 200);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || typing || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const change = (next: string): void => {
    setText(next);
    search(next);
  };
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      size="xs"
      w={{ base: '100%', xs: 270 }}
      leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
      rightSection={
        text ? (
          <CloseButton size="sm" aria-label={t('common.remove')} onClick={() => change('')} />
        ) : (
          <Kbd size="xs">/</Kbd>
        )
      }
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
};
