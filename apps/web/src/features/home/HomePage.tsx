import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader.js';

export default function HomePage() {
  const { t } = useTranslation('home');
  return <PageHeader title={t('title')} />;
}
