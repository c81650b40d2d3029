import { useQuery } from '@apollo/client/react';
import { Checkbox, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useRefusal } from '../../ui/use-refusal.js';
import classes from './Initiatives.module.css';
import { MyActionsDocument, type MyActionsQuery, SetActionStateDocument } from './initiatives.generated.js';

/** What the reader was given to do, what is due first at the top. */
export function MyActions() {
  const { t } = useTranslation('initiatives');
  const { data, error, refetch } = useQuery(MyActionsDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Panel title={t('myActions.title')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={60} />}
      {data?.myActions.length === 0 && <p className={classes.quiet}>{t('myActions.none')}</p>}
      {data && data.myActions.length > 0 && <Lines actions={data.myActions} />}
    </Panel>
  );
}

type Mine = MyActionsQuery['myActions'];

function Lines({ actions }: { actions: Mine }) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  const [setState, busy] = useAct(SetActionStateDocument, { refetch: ['MyActions'] });
  const [refusal, attempt] = useRefusal();
  const finish = async ({ id, version, text }: Mine[number]) => {
    if (await attempt(setState({ id, version, state: 'DONE' }))) notifyDone(t('myActions.done', { text }));
  };
  return (
    <>
      {refusal && <ErrorState error={refusal} />}
      <ul className={classes.plain}>
        {actions.map((action) => (
          <li key={action.id} className={classes.line}>
            <div>
              <Checkbox
                label={action.text}
                description={action.dueOn ? formats.date(action.dueOn) : t('myActions.noDay')}
                checked={false}
                disabled={busy}
                onChange={() => void finish(action)}
              />
            </div>
            <span className={classes.badges}>
              {action.overdue && <StatusBadge tone="warn">{t('actions.overdue')}</StatusBadge>}
              <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: action.initiativeId }} size="sm">
                I-{action.initiativeNumber} {action.initiativeTitle}
              </AppLink>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
