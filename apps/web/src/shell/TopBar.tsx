import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconLogout, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChooseLocale } from '../session/choose-locale.js';
import { useSignOut, useSwitchOrganization, useViewer } from '../session/session.js';
import barButton from '../ui/BarButton.module.css';
import { LanguageSwitch } from '../ui/LanguageSwitch.js';
import { ThemeSwitch } from '../ui/ThemeSwitch.js';
import { AlertBell } from './AlertBell.js';
import { Brand } from './Brand.js';
import classes from './Shell.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

interface TopBarProps {
  burger: ReactNode;
  /** Opens the command palette. */
  onFind: () => void;
}

export function TopBar({ burger, onFind }: TopBarProps) {
  const { t } = useTranslation('shell');
  const viewer = useViewer();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const chooseLocale = useChooseLocale();
  return (
    <div className={classes.bar}>
      {burger}
      <Brand markOnlyOnPhone />
      <OrganizationSwitch />
      <div className={classes.spring} />
      <UnstyledButton className={classes.find} onClick={onFind} aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}>
        <IconSearch size={18} aria-hidden />
        <span className={classes.findText}>{t('find.open')}</span>
        <kbd className={classes.wide} aria-hidden>
          {isApple ? '⌘K' : 'Ctrl K'}
        </kbd>
      </UnstyledButton>
      <AlertBell />
      <LanguageSwitch onChange={chooseLocale} />
      <ThemeSwitch />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <UnstyledButton className={barButton.button} aria-label={t('me.menu', { name: viewer.name })}>
            <IconUserCircle size={22} aria-hidden />
            <span className={classes.wide}>{viewer.name}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {viewer.email}
            <br />
            {t(`role.${viewer.role}`)}
          </Menu.Label>
          <Menu.Item
            leftSection={<IconUserCircle size={16} aria-hidden />}
            onClick={() => navigate({ to: '/profile' })}
          >
            {t('me.profile')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
            {t('me.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** With one organisation it is only its name; with several, the way from one to another. */
function OrganizationSwitch() {
  const { t } = useTranslation('shell');
  const { organization, organizations } = useViewer();
  const switchTo = useSwitchOrganization();
  if (organizations.length < 2) return <span className={classes.organization}>{organization.name}</span>;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <UnstyledButton className={barButton.button} aria-label={t('organization.switch', { name: organization.name })}>
          <span className={classes.organization}>{organization.name}</span>
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('organization.label')}</Menu.Label>
        {organizations.map((other) => (
          <Menu.Item
            key={other.id}
            aria-current={other.id === organization.id || undefined}
            fw={other.id === organization.id ? 650 : undefined}
            onClick={() => other.id !== organization.id && void switchTo(other.id)}
          >
            {other.name} · {t(`role.${other.role}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
