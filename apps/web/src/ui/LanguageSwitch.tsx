import { Menu, UnstyledButton } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Locale, localeNames, locales, nearestLocale } from '../i18n/locales.js';
import classes from './BarButton.module.css';

/** Languages under their own names. `onChange` also keeps the choice where the page knows who chose. */
export function LanguageSwitch({ onChange }: { onChange: (locale: Locale) => void }) {
  const { t, i18n } = useTranslation();
  const current = nearestLocale(i18n.language);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`${t('language')}: ${localeNames[current]}`}>
          <IconLanguage size={20} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('language')}</Menu.Label>
        {locales.map((locale) => (
          <Menu.Item
            key={locale}
            lang={locale}
            aria-current={locale === current || undefined}
            fw={locale === current ? 650 : undefined}
            onClick={() => onChange(locale)}
          >
            {localeNames[locale]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
