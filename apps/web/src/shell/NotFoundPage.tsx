import { useTranslation } from 'react-i18next';
import { LinkButton } from '../ui/AppLink.js';
import { EmptyState } from '../ui/EmptyState.js';
import { PageHeader } from '../ui/PageHeader.js';
import { OutsidePage } from './OutsidePage.js';

export function NotFoundInShell() {
  const { t } = useTranslation('shell');
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState title={t('notFound.what')} begin={<LinkButton to="/">{t('notFound.home')}</LinkButton>}>
        {t('notFound.text')}
      </EmptyState>
    </>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <OutsidePage title={t('notFound.title')} lead={t('notFound.text')}>
      <LinkButton to="/">{t('notFound.home')}</LinkButton>
    </OutsidePage>
  );
}
