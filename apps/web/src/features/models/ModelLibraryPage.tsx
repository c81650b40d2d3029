import { useQuery } from '@apollo/client/react';
import { Skeleton, TextInput } from '@mantine/core';
import { IconFileImport, IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { ModelCard } from './ModelCard.js';
import classes from './ModelLibraryPage.module.css';
import { modelFamilies } from './model-library.js';
import { ModelLibraryDocument } from './models.generated.js';

const route = getRouteApi('/app/models');

export default function ModelLibraryPage() {
  const { t, i18n } = useTranslation('models');
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const mayImport = useCan()('create', 'MaturityModel');
  const { data, error, refetch } = useQuery(ModelLibraryDocument);
  const versions = data?.maturityModelVersions;
  const families = versions && modelFamilies(versions, q, i18n.language);
  const importButton = mayImport && (
    <LinkButton to="/models/import" leftSection={<IconFileImport size={16} aria-hidden />}>
      {t('library.import')}
    </LinkButton>
  );

  return (
    <>
      <PageHeader title={t('library.title')} period={t('library.lead')} actions={importButton} />
      {versions && versions.length > 0 && (
        <TextInput
          className={classes.search}
          type="search"
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={q}
          onChange={(event) =>
            void navigate({ to: '.', search: { q: event.currentTarget.value || undefined }, replace: true })
          }
        />
      )}
      {error && !versions && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!versions && !error && (
        <div className={classes.grid} aria-busy="true">
          {[0, 1, 2].map((card) => (
            <Skeleton key={card} height={230} />
          ))}
        </div>
      )}
      {versions?.length === 0 && (
        <EmptyState title={t('library.emptyTitle')} begin={importButton}>
          {t('library.emptyBody')}
        </EmptyState>
      )}
      {families && families.length > 0 && (
        <ul className={classes.grid}>
          {families.map((family) => (
            <ModelCard key={family.modelKey} family={family} />
          ))}
        </ul>
      )}
      {versions && versions.length > 0 && families?.length === 0 && (
        <p role="status">{t('library.nothingFound', { search: q })}</p>
      )}
    </>
  );
}
