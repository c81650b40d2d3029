import { useTranslation } from 'react-i18next';
import { useViewer } from '../session/session.js';
import { LinkButton } from '../ui/AppLink.js';
import { EmptyState } from '../ui/EmptyState.js';
import { PageHeader } from '../ui/PageHeader.js';

/** The page exists, but not for this role: said plainly, with who can change it. */
export function ForbiddenPage() {
  const { t } = useTranslation('shell');
  const { role } = useViewer();
  return (
    <>
      <PageHeader title={t('forbidden.title')} />
      <EmptyState title={t('forbidden.what')} begin={<LinkButton to="/">{t('notFound.home')}</LinkButton>}>
        {t('forbidden.text', { role: t(`role.${role}`) })}
      </EmptyState>
    </>
  );
}
