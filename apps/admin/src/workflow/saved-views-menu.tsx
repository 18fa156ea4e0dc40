import { Button, Group, Menu, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconBookmarkOff, IconBookmarkPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { useSession } from '../session/session.ts';
import type { CaseSearch } from './case-search.ts';
import { parseViews, type SavedView, viewOf, withView } from './saved-views.ts';

const readViews = (key: string): readonly SavedView[] => {
  try {
    return parseViews(localStorage.getItem(key));
  } catch {
    return [];
  }
};

/** A person's views of a business, kept in this browser. */
const useSavedViews = () => {
  const { organization, memberId } = useSession();
  const key = `zahlwerk.views.${organization.id}.${memberId}`;
  const [views, setViews] = useState(() => readViews(key));
  const keep = (next: readonly SavedView[]): void => {
    setViews(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing has them until the screen is left.
    }
  };
  return { views, keep };
};

/** Lists of cases that somebody looks at again and again; saving and removing can be undone. */
export const SavedViewsMenu = ({ search }: { search: CaseSearch }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { views, keep } = useSavedViews();
  const [name, setName] = useState<string | null>(null);
  const current = viewOf(views, search);
  const change = (next: readonly SavedView[], message: string): void => {
    keep(next);
    const id = `views-${Date.now()}`;
    const undo = (): void => {
      keep(views);
      notifications.hide(id);
    };
    notifications.show({
      id,
      withBorder: true,
      message: (
        <Group justify="space-between">
          {message}
          <Button size="compact-sm" variant="subtle" onClick={undo}>
            {t('views.undo')}
          </Button>
        </Group>
      ),
    });
  };
  return (
    <>
      <Menu position="bottom-start" shadow="md" width={260}>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconBookmark size={15} aria-hidden />}>
            {current?.name ?? t('views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item
              key={view.name}
              leftSection={<IconBookmark size={15} aria-hidden />}
              onClick={() => void navigate({ to: paths.cases, search: view.search })}
            >
              {view.name}
            </Menu.Item>
          ))}
          {current ? (
            <Menu.Item
              leftSection={<IconBookmarkOff size={15} aria-hidden />}
              onClick={() =>
                change(
                  views.filter((view) => view !== current),
                  t('views.removed', { name: current.name }),
                )
              }
            >
              {t('views.remove', { name: current.name })}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconBookmarkPlus size={15} aria-hidden />} onClick={() => setName('')}>
              {t('views.save')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={name !== null}
        onClose={() => setName(null)}
        title={t('views.saveTitle')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!name?.trim()) return;
            change(withView(views, { name, search }), t('views.saved', { name: name.trim() }));
            setName(null);
          }}
        >
          <TextInput
            label={t('views.name')}
            maxLength={40}
            data-autofocus
            value={name ?? ''}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Group justify="flex-end" mt="md">
            <Button type="submit" disabled={!name?.trim()}>
              {t('common.save')}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
};
