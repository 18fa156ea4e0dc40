import { Select } from '@mantine/core';

interface FilterSelectProps<TValue extends string> {
  readonly label: string;
  readonly value: TValue | undefined;
  readonly options: readonly { readonly value: TValue; readonly label: string }[];
  readonly onChange: (value: TValue | undefined) => void;
  readonly width?: number;
  /** There is always a choice, as with an order. */
  readonly isRequired?: boolean;
}

/** One filter of a list; empty means no restriction. */
export const FilterSelect = <TValue extends string>({
  label,
  value,
  options,
  onChange,
  width = 150,
  isRequired = false,
}: FilterSelectProps<TValue>) => (
  <Select
    aria-label={label}
    placeholder={label}
    clearable={!isRequired}
    allowDeselect={!isRequired}
    size="xs"
    w={{ base: 'calc(50% - 0.25rem)', xs: width }}
    data={[...options]}
    value={value ?? null}
    comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    onChange={(next) => onChange(options.find((option) => option.value === next)?.value)}
  />
);
