import { useQuery } from '@apollo/client/react';
import { useFormats } from '../../i18n/format.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { useAuditText } from './audit-text.js';
import { EditPages } from './EditPages.js';
import classes from './ObjectHistory.module.css';
import { changedFields } from './changed-fields.js';
import { type HistoryOf, ObjectHistoryDocument } from './object-history.generated.js';

export interface ObjectHistoryProps {
  of: HistoryOf;
  id: string;
  /** Changes with what is shown beside it: the history is asked for anew then. */
  version: number;
  /** What a field that the trail names is called on the page; undefined where it is not worth naming. */
  fieldName: (field: string) => string | undefined;
}

/** What was done to an object and by whom, latest first: nothing that was said is silently another thing. */
export function ObjectHistory({ of, id, version, fieldName }: ObjectHistoryProps) {
  return <Edits key={version} of={of} id={id} fieldName={fieldName} />;
}

function Edits({ of, id, fieldName }: Omit<ObjectHistoryProps, 'version'>) {
  const formats = useFormats();
  const text = useAuditText();
  const query = useQuery(ObjectHistoryDocument, {
    variables: { of, id, first: 5 },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const changed = (changes: unknown) =>
    changedFields(changes).flatMap(({ field, fact }) =>
      fact ? [] : [fieldName(field)].filter((name) => name != null),
    );
  return (
    <EditPages query={query} history={query.data?.objectHistory} className={classes.edits}>
      {({ id: edit, act, actorKind, actorName, occurredAt, changes }) => {
        const fields = changed(changes);
        return (
          <li key={edit}>
            <strong>{text.act(act)}</strong>
            {fields.length > 0 && <div>{formats.list(fields)}</div>}
            <div className={classes.quiet}>
              {text.actor(actorKind, actorName ?? null)} · <RelativeTime at={occurredAt} />
            </div>
          </li>
        );
      }}
    </EditPages>
  );
}
