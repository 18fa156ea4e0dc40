import { useTranslation } from 'react-i18next';
import type { ActorKind } from '#gql/graphql';

interface ActorView {
  readonly kind: ActorKind;
  readonly name?: string | null;
}

/** Who did something, by name where there is one. */
export const useActorName = (): ((actor: ActorView | null | undefined) => string) => {
  const { t } = useTranslation();
  return (actor) => (actor ? (actor.name ?? t(`actor.${actor.kind}`)) : t('common.unknownPerson'));
};
