import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { EditPages, useAuditText } from '../audit/index.js';
import { useEditedFields } from './edit-words.js';
import classes from './TouchpointPage.module.css';
import { TouchpointHistoryDocument } from './touchpoints.generated.js';

/** What was done to the touchpoint and by whom, latest first. */
export function TouchpointHistory({ touchpointId }: { touchpointId: string }) {
  const { t } = useTranslation('touchpoints');
  const text = useAuditText();
  const fieldsOf = useEditedFields();
  const query = useQuery(TouchpointHistoryDocument, {
    variables: { id: touchpointId, first: 5 },
    // Edits are made on other pages.
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  return (
    <Panel title={t('history.title')}>
      <EditPages
        query={query}
        history={query.data?.touchpointHistory}
        className={classes.history}
        none={<p className={classes.muted}>{t('history.none')}</p>}
      >
        {(edit) => (
          <li key={edit.id}>
            <strong>{text.act(edit.act)}</strong>{' '}
            <span className={classes.quiet}>
              {text.actor(edit.actorKind, edit.actorName ?? null)} · <RelativeTime at={edit.occurredAt} />
            </span>
            <ul className={classes.changes}>
              {fieldsOf(edit.changes).map(({ label, before, after }) => (
                <li key={label}>{t('history.change', { label, before, after })}</li>
              ))}
            </ul>
          </li>
        )}
      </EditPages>
    </Panel>
  );
}
