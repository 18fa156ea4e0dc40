import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import classes from './bank.module.css';
import type { Offer } from './difference-entry.tsx';
import { usePostingLine } from './use-posting-line.ts';

interface OfferButtonProps {
  readonly offer: Offer;
  readonly loading: boolean;
  readonly onChoose: () => void;
}

/** One resolution, with the posting that it makes beside it. */
export const OfferButton = ({ offer, loading, onChoose }: OfferButtonProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const isAdjusting = offer.writeOff.minor !== '0';
  const lines = offer.lines.map(usePostingLine());
  return (
    <li className={classes.offer}>
      <Button size="xs" variant="default" loading={loading} onClick={onChoose}>
        {t(`differences.${offer.resolution}`)}
        {isAdjusting ? ` ${format.money(offer.writeOff)}` : null}
      </Button>
      <span className={classes.dim}>
        {[
          lines.length > 0 ? lines.join(' · ') : t('differences.nothing'),
          offer.needsSecondPerson ? t('effect.secondPerson') : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
};
