import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES } from '../i18n/language.ts';

const NAME = { de: 'frame.languageGerman', en: 'frame.languageEnglish' } as const;

export const LanguageMenu = ({ button }: { readonly button: ReactElement }) => {
  const { t, i18n } = useTranslation();
  return (
    <Menu position="bottom-end" shadow="md" width={160} defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            onClick={() => void changeLanguage(language)}
            rightSection={i18n.language === language ? <IconCheck size={16} aria-hidden /> : null}
          >
            {t(NAME[language])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
