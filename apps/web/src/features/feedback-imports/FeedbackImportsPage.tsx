import { useQuery } from '@apollo/client/react';
import { IconFileUpload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { ImportList } from '../../ui/file-import/ImportList.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { FeedbackImportsDocument } from './feedback-imports.generated.js';
import type { FeedbackImportsSearch } from './routes.js';
import { useFeedbackImportColumns } from './use-feedback-import-columns.js';

const route = getRouteApi('/app/inbox/imports');
const PAGE = 50;

/** Every file of feedback that was brought in, by whom and what came of it. */
export default function FeedbackImportsPage() {
  const { t } = useTranslation(['feedbackImports', 'fileImport']);
  const { q }: FeedbackImportsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useFeedbackImportColumns();
  const query = useQuery(FeedbackImportsDocument, {
    variables: { first: PAGE, search: q },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const begin = (
    <LinkButton to="/inbox/imports/new" leftSection={<IconFileUpload size={16} aria-hidden />}>
      {t('fileImport:list.begin')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        above={<AppLink to="/inbox">{t('inbox')}</AppLink>}
        title={t('list.title')}
        period={t('list.lead')}
        actions={begin}
      />
      <ImportList
        id="feedback-imports"
        label={t('list.title')}
        columns={columns}
        query={query}
        list={query.data?.feedbackImports}
        search={q}
        onSearch={(part) => void navigate({ to: '.', search: { q: part }, replace: true })}
        onOpen={({ id }) => void navigate({ to: '/inbox/imports/$importId', params: { importId: id } })}
        none={{ title: t('list.none'), text: t('list.noneText'), begin }}
      />
    </>
  );
}
