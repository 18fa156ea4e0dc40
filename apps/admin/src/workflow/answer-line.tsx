import { SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '#gql/graphql';
import classes from './checklist.module.css';
import type { OwnItem } from './checklist-answers.ts';
import { answerId, type Checklist } from './use-checklist.ts';

interface AnswerLineProps {
  readonly step: Step;
  readonly item: OwnItem;
  readonly checklist: Checklist;
}

/** One of the business's own items while somebody answers it: yes or no, and what they have seen. */
export const AnswerLine = ({ step, item, checklist }: AnswerLineProps) => {
  const { t } = useTranslation();
  const labelId = useId();
  const hintId = useId();
  const answer = checklist.answerOf(item);
  const problem = checklist.problemOf(item);
  const asked = [
    item.required ? t('checklist.required') : t('common.optional'),
    item.evidence === 'WORD' ? null : t(`checklist.evidence.${item.evidence}`),
  ];
  return (
    // The place to which a refusal leads; its group says what is asked, its hint what is missing.
    <fieldset
      id={answerId(step, item.key)}
      className={classes.answer}
      tabIndex={-1}
      aria-labelledby={labelId}
      aria-describedby={hintId}
    >
      <span className={classes.line}>
        <span className={classes.words}>
          <span id={labelId}>{item.label}</span>
          <span id={hintId} className={problem ? classes.problem : classes.proof}>
            {problem ? t(`checklist.problem.${problem}`) : asked.filter(Boolean).join(' · ')}
          </span>
        </span>
        <SegmentedControl
          size="xs"
          aria-label={item.label}
          value={answer.passed === null ? '' : answer.passed ? 'yes' : 'no'}
          onChange={(next) => checklist.onAnswer(item, { ...answer, passed: next === 'yes' })}
          data={[
            { value: 'yes', label: t('common.yes') },
            { value: 'no', label: t('common.no') },
          ]}
        />
      </span>
      {answer.passed === null ? null : (
        <TextInput
          size="xs"
          mt={6}
          aria-label={t('checklist.noteOf', { item: item.label })}
          placeholder={t('checklist.note')}
          value={answer.note}
          onChange={({ currentTarget }) => checklist.onAnswer(item, { ...answer, note: currentTarget.value })}
        />
      )}
    </fieldset>
  );
};
