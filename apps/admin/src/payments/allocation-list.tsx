import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { actionState } from '../workflow/action-state.ts';
import { useActorName } from '../workflow/actor-name.ts';
import type { CaseView, StepScreenProps } from '../workflow/use-case.ts';
import classes from './allocation-list.module.css';
import { ReverseDialog } from './reverse-dialog.tsx';

type Given = CaseView['allocations']['edges'][number]['node'];

/** What was given to the claim, without the counter-entries, which stand beside what they have undone. */
export const givenTo = ({ allocations }: CaseView): readonly Given[] =>
  allocations.edges.map(({ node }) => node).filter(({ reverses }) => reverses === null);

/** The parts of payments that were given to the claim; each can be taken back by itself. */
export const AllocationList = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const actorName = useActorName();
  const [undoing, setUndoing] = useState<Given | null>(null);
  const mayUndo = actionState(paymentCase, 'REVERSE_ALLOCATION')?.allowed ?? false;
  return (
    <>
      <ul className={classes.allocations}>
        {givenTo(paymentCase).map((given) => {
          const { id, payment, reversedBy } = given;
          const amount = format.money(given.amount);
          return (
            <li key={id} className={classes.allocation}>
              <div className={classes.head}>
                <strong className={reversedBy ? classes.undone : undefined}>{amount}</strong>
                {mayUndo && !reversedBy ? (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('allocations.undoNamed', { amount })}
                    onClick={() => setUndoing(given)}
                  >
                    {t('allocations.undo')}
                  </Button>
                ) : null}
              </div>
              <div>
                <Link className="link" to={paths.payment} params={{ paymentId: payment.id }}>
                  {t('allocations.from', {
                    payer: payment.payer ?? t('allocations.payment'),
                    day: format.day(payment.valueOn),
                  })}
                </Link>
              </div>
              {reversedBy ? (
                <div className={classes.by}>
                  {reversedBy.reason
                    ? t('allocations.undoneBy', {
                        who: actorName(reversedBy.createdBy),
                        at: format.instant(reversedBy.createdAt),
                        reason: reversedBy.reason,
                      })
                    : t('allocations.undoneByItself', { at: format.instant(reversedBy.createdAt) })}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {undoing ? (
        <ReverseDialog
          paymentCase={paymentCase}
          allocationId={undoing.id}
          amount={format.money(undoing.amount)}
          onClose={() => setUndoing(null)}
        />
      ) : null}
    </>
  );
};
