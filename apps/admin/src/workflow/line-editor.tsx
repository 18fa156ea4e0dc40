import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { UNIT_CODES, UNITS } from '@zahlwerk/domain/invoices/unit';
import type { Currency } from '@zahlwerk/domain/money/currency';
import { useTranslation } from 'react-i18next';
import type { TaxBehavior, TaxCase, Unit } from '#gql/graphql';
import { AmountInput } from '../form/amount-input.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './line-editor.module.css';
import { EMPTY_LINE, isExempt, type LineValues } from './new-case.ts';
import type { TaxGaps } from './use-tax-gaps.ts';

const TAX_CASES = [
  'DE_19',
  'DE_7',
  'DE_0_PV',
  'DE_KLEIN',
  'DE_EXEMPT',
  'DE_13B',
  'EU_SERVICE_RC',
  'EU_SUPPLY',
  'EXPORT',
] as const satisfies readonly TaxCase[];

interface LineEditorProps {
  readonly lines: readonly LineValues[];
  readonly taxBehavior: TaxBehavior;
  readonly currency: Currency;
  readonly gaps: TaxGaps;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (lines: readonly LineValues[]) => void;
}

export const lineInputId = (index: number, field: keyof LineValues): string => `case-lines-${index}-${field}`;

/** What is charged for: name, quantity, unit, price, discount and tax, line by line. */
export const LineEditor = ({ lines, taxBehavior, currency, gaps, errors, onChange }: LineEditorProps) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const set = (index: number, change: Partial<LineValues>): void =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...change } : line)));
  return (
    <div className={classes.lines}>
      {lines.map((line, index) => (
        <fieldset key={index} className={classes.line}>
          <legend className="sr-only">{t('lines.line', { number: index + 1 })}</legend>
          <TextInput
            id={lineInputId(index, 'name')}
            label={t('lines.name')}
            value={line.name}
            error={errors[`lines.${index}.name`]}
            onChange={({ currentTarget }) => set(index, { name: currentTarget.value })}
          />
          <TextInput
            id={lineInputId(index, 'quantity')}
            label={t('lines.quantity')}
            inputMode="decimal"
            value={line.quantity}
            error={errors[`lines.${index}.quantity`]}
            onChange={({ currentTarget }) => set(index, { quantity: currentTarget.value })}
          />
          <Select
            id={lineInputId(index, 'unit')}
            label={t('lines.unit')}
            allowDeselect={false}
            data={UNIT_CODES.map((code) => ({ value: code as Unit, label: UNITS[code][locale] }))}
            value={line.unit}
            onChange={(unit) => set(index, { unit: UNIT_CODES.find((code) => code === unit) ?? 'C62' })}
          />
          <AmountInput
            id={lineInputId(index, 'unitPrice')}
            label={t(taxBehavior === 'INCLUSIVE' ? 'lines.unitPriceGross' : 'lines.unitPrice')}
            currency={currency}
            value={line.unitPrice}
            error={errors[`lines.${index}.unitPrice`]}
            onChange={(unitPrice) => set(index, { unitPrice })}
          />
          <TextInput
            id={lineInputId(index, 'discount')}
            label={t('lines.discount')}
            placeholder={t('lines.noDiscount')}
            autoComplete="off"
            value={line.discount}
            error={errors[`lines.${index}.discount`] ?? errors[`lines.${index}.discount.amount`]}
            onChange={({ currentTarget }) => set(index, { discount: currentTarget.value })}
          />
          <Select
            id={lineInputId(index, 'taxCase')}
            label={t('lines.tax')}
            allowDeselect={false}
            data={TAX_CASES.map((taxCase) => ({ value: taxCase as TaxCase, label: t(`taxCase.${taxCase}`) }))}
            value={line.taxCase}
            error={errors[`lines.${index}.taxCase`]}
            comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
            onChange={(taxCase) =>
              set(index, { taxCase: TAX_CASES.find((known) => known === taxCase) ?? 'DE_19' })
            }
          />
          <ActionIcon
            className={classes.remove}
            variant="subtle"
            color="gray"
            size="lg"
            disabled={lines.length === 1}
            aria-label={t('lines.remove', { number: index + 1 })}
            onClick={() => onChange(lines.filter((_line, at) => at !== index))}
          >
            <IconTrash size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
          {line.discount.trim() ? (
            <TextInput
              id={lineInputId(index, 'discountReason')}
              className={classes.wide}
              label={t('lines.discountReason')}
              placeholder={t('lines.reasonHint')}
              maxLength={40}
              value={line.discountReason}
              error={errors[`lines.${index}.discount.reason`]}
              onChange={({ currentTarget }) => set(index, { discountReason: currentTarget.value })}
            />
          ) : null}
          {isExempt(line) ? (
            <TextInput
              id={lineInputId(index, 'exemptionReason')}
              className={classes.wide}
              label={t('lines.exemptionReason')}
              placeholder={t('lines.exemptionHint')}
              value={line.exemptionReason}
              error={errors[`lines.${index}.exemptionReason`]}
              onChange={({ currentTarget }) => set(index, { exemptionReason: currentTarget.value })}
            />
          ) : null}
          {gaps(line.taxCase).length > 0 ? (
            <p className={classes.gap} role="status">
              {t('lines.gaps', { gaps: gaps(line.taxCase).join(' ') })}
            </p>
          ) : null}
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...lines, EMPTY_LINE])}
        >
          {t('lines.add')}
        </Button>
      </div>
    </div>
  );
};
