import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setRequestLanguage } from '../api/graphql-client.ts';

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = 'zahlwerk.language';

const isLanguage = (text: string | null | undefined): text is Language =>
  LANGUAGES.some((known) => known === text);

/** Each language is a chunk of its own; only the chosen one is loaded. */
const DICTIONARY = {
  de: async () => (await import('./de.ts')).de,
  en: async () => (await import('./en.ts')).en,
} as const satisfies Record<Language, () => Promise<object>>;

const firstLanguage = (): Language => {
  const stored = localStorage.getItem(STORAGE_KEY);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
};

const announce = (language: Language): void => {
  document.documentElement.lang = language;
  setRequestLanguage(language);
};

export const startLanguage = async (): Promise<void> => {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await DICTIONARY[language]() } },
    interpolation: { escapeValue: false },
  });
  announce(language);
};

/** Changes the language of the panel and of the reasons the API gives. */
export const changeLanguage = async (language: Language): Promise<void> => {
  i18next.addResourceBundle(language, 'translation', await DICTIONARY[language](), true, true);
  localStorage.setItem(STORAGE_KEY, language);
  announce(language);
  await i18next.changeLanguage(language);
};
