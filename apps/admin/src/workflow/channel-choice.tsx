import { Radio, SimpleGrid } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#gql/graphql';
import { paths } from '../paths.ts';
import { useHasReaders } from '../readers/use-has-readers.ts';
import { useSession } from '../session/session.ts';

/** Over which channels a member starts a case; those of an app are started by the app. */
const CHANNELS = ['ONLINE', 'IN_PERSON'] as const satisfies readonly Channel[];

interface ChannelChoiceProps {
  readonly value: Channel;
  readonly onChange: (channel: Channel) => void;
}

/** What is missing before money can be taken in person, and where it is set up. */
const NoReader = () => {
  const { t } = useTranslation();
  const { role } = useSession();
  return role === 'OWNER' ? (
    <>
      {t('newCase.noReader')}{' '}
      <Link className="link" to={paths.settings} search={{ tab: 'readers' }}>
        {t('newCase.setUpReader')}
      </Link>
    </>
  ) : (
    t('newCase.noReaderAskOwner')
  );
};

/** How the customer is to pay: by a link that is mailed, or with a card on the counter. */
export const ChannelChoice = ({ value, onChange }: ChannelChoiceProps) => {
  const { t } = useTranslation();
  const hasReaders = useHasReaders();
  return (
    <Radio.Group
      label={t('case.channel')}
      value={value}
      onChange={(next) => onChange(CHANNELS.find((one) => one === next) ?? 'ONLINE')}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs">
        {CHANNELS.map((channel) => {
          const isMissing = channel === 'IN_PERSON' && hasReaders === false;
          return (
            <Radio
              key={channel}
              value={channel}
              label={t(`channel.${channel}`)}
              description={isMissing ? <NoReader /> : t(`channelText.${channel}`)}
              disabled={channel === 'IN_PERSON' && hasReaders !== true}
            />
          );
        })}
      </SimpleGrid>
    </Radio.Group>
  );
};
