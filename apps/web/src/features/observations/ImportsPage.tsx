import { useQuery } from '@apollo/client/react';
import { IconFileUpload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/AppLink.js';
import { ImportList } from '../../ui/file-import/ImportList.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { ObservationImportsDocument } from './observations.generated.js';
import type { ImportsSearch } from './routes.js';
import { useObservationImportColumns } from './use-observation-import-columns.js';

const route = getRouteApi('/app/monitoring/imports');
const PAGE = 50;

/** Every file of numbers that was brought in, by whom and what came of it. */
export default function ImportsPage() {
  const { t } = useTranslation(['observations', 'fileImport']);
  const { q }: ImportsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useObservationImportColumns();
  const query = useQuery(ObservationImportsDocument, {
    variables: { first: PAGE, search: q },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const begin = (
    <LinkButton to="/monitoring/imports/new" leftSection={<IconFileUpload size={16} aria-hidden />}>
      {t('fileImport:list.begin')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('list.title')} period={t('list.lead')} actions={begin} />
      <ImportList
        id="observation-imports"
        label={t('list.title')}
        columns={columns}
        query={query}
        list={query.data?.observationImports}
        search={q}
        onSearch={(part) => void navigate({ to: '.', search: { q: part }, replace: true })}
        onOpen={({ id }) => void navigate({ to: '/monitoring/imports/$importId', params: { importId: id } })}
        none={{ title: t('list.none'), text: t('list.noneText'), begin }}
      />
    </>
  );
}
