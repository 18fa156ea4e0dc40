import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES } from '../i18n/language.ts';
import classes from './frame.module.css';

const NAME = { de: 'frame.languageGerman', en: 'frame.languageEnglish' } as const;

export const LanguageMenu = () => {
  const { t, i18n } = useTranslation();
  return (
    <Menu position="bottom-end" shadow="md" width={160}>
      <Menu.Target>
        <UnstyledButton className={classes.topButton} aria-label={t('frame.language')}>
          {i18n.language.toUpperCase()}
        </UnstyledButton>
      </Menu.Target>
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
