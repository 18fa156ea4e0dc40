import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AmountResolution, ResolutionViewFragment } from '#gql/graphql';
import { useFormat } from '../../format/use-format.ts';

/** What a resolution will do to the ledger, before it is chosen. */
const Effect = ({ offer }: { offer: ResolutionViewFragment }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = [
    offer.allocate.minor === '0' ? null : t('effect.allocate', { amount: format.money(offer.allocate) }),
    offer.writeOff.minor === '0'
      ? null
      : t(offer.resolution === 'WRITE_OFF' ? 'effect.writeOff' : 'effect.givenUp', {
          amount: format.money(offer.writeOff),
        }),
    offer.credit.minor === '0' ? null : t('effect.credit', { amount: format.money(offer.credit) }),
    offer.needsSecondPerson ? t('effect.secondPerson') : null,
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
};

interface ResolutionChoiceProps {
  readonly offers: readonly ResolutionViewFragment[];
  readonly chosen: AmountResolution | null;
  readonly onChoose: (resolution: AmountResolution | null) => void;
}

/** The resolutions the server offers, and no others. */
export const ResolutionChoice = ({ offers, chosen, onChoose }: ResolutionChoiceProps) => {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('confirmAmount.resolution')}
      value={chosen}
      onChange={(next) => onChoose(offers.find(({ resolution }) => resolution === next)?.resolution ?? null)}
    >
      <Stack gap="xs" mt="xs">
        {offers.map((offer) => (
          <Radio
            key={offer.resolution}
            value={offer.resolution}
            label={t(`resolution.${offer.resolution}`)}
            description={<Effect offer={offer} />}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};
