import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import type { AnswerImportFieldsFragment } from './imports.generated.js';
import { ImportStateBadge } from '../../ui/file-import/ImportStateBadge.js';

const route = getRouteApi('/app/assessments/$assessmentId/import');

/** What was imported before, newest first; each row leads to its outcome. */
export function ImportHistory({ imports }: { imports: readonly AnswerImportFieldsFragment[] }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { assessmentId } = route.useParams();
  return (
    <Panel title={t('history.title')}>
      <PlainTable
        label={t('history.title')}
        columns={[
          { key: 'file', title: t('history.file') },
          { key: 'state', title: t('history.state') },
          { key: 'good', title: t('outcome.good'), number: true },
          { key: 'bad', title: t('outcome.bad'), number: true },
          { key: 'when', title: t('history.when') },
        ]}
        rows={[...imports]
          .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
          .map((each) => ({
            key: each.id,
            cells: [
              <AppLink
                key="file"
                size="sm"
                to="/assessments/$assessmentId/imports/$importId"
                params={{ assessmentId, importId: each.id }}
              >
                {each.fileName}
              </AppLink>,
              <ImportStateBadge key="state" state={each.state} />,
              formats.number(each.rowsGood),
              formats.number(each.rowsBad),
              formats.dateTime(each.createdAt),
            ],
          }))}
      />
    </Panel>
  );
}
