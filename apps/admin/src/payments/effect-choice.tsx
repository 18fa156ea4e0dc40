import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../workflow/use-case.ts';

type Offer = CaseView['refundOffers'][number];

interface EffectChoiceProps {
  readonly offers: readonly Offer[];
  readonly chosen: Offer;
  /** The amount as it is typed now, for the sentence that says what will happen. */
  readonly amount: string;
  readonly onChoose: (offer: Offer) => void;
}

/** What a refund may do to the claim; each choice says its effect in a sentence. */
export const EffectChoice = ({ offers, chosen, amount, onChoose }: EffectChoiceProps) => {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('refunds.effect')}
      value={chosen.effect}
      onChange={(effect) => {
        const next = offers.find((offer) => offer.effect === effect);
        if (next) onChoose(next);
      }}
    >
      <Stack gap="xs" mt="xs">
        {offers.map(({ effect }) => (
          <Radio
            key={effect}
            value={effect}
            label={t(`refundEffect.${effect}`)}
            description={t(`refundEffectText.${effect}`, { amount })}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};
