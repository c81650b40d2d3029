import { Button, Group, Stack } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useFieldText } from '../../ui/field-errors.js';
import classes from '../../ui/file-import/FileImport.module.css';
import { Panel } from '../../ui/Panel.js';
import { type Around, type Offered, type Row, rowOf, rowProblems, toSetUp, WHOLE_JOURNEY } from './new-metrics.js';
import { NewMetricRows } from './NewMetricRows.js';
import own from './Observations.module.css';
import { SetUpColumnsDocument, type SetUpColumnsMutation } from './observations.generated.js';
import { SetUpAround } from './SetUpAround.js';

interface NewMetricsProps {
  offered: readonly Offered[];
  columns: readonly { readonly index: number; readonly header: string }[];
  onMade: (made: SetUpColumnsMutation['setUpColumns']) => void;
}

const NOTHING_AROUND: Around = {
  teamId: '',
  withTouchpoints: false,
  channel: 'OTHER',
  journeyId: '',
  journeyName: '',
  stages: [],
};
const refetch = ['ObservationTable'];

/** Columns that no metric stands for yet: all of them are made in one act, with the map they belong on where wanted. */
export function NewMetrics({ offered, columns, onMade }: NewMetricsProps) {
  const { t } = useTranslation('observations');
  const say = useFieldText('observations');
  const formId = useId();
  const [edited, setEdited] = useState<Readonly<Record<number, Row>>>({});
  const [around, setAround] = useState(NOTHING_AROUND);
  const [open, setOpen] = useState(() => offered.filter(({ likely }) => likely).length > 0);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [made, setMade] = useState<SetUpColumnsMutation['setUpColumns'] | null>(null);
  const [setUp, busy] = useAct(SetUpColumnsDocument, { refetch });
  // One key per set-up as it stands: pressed twice, it is done once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const rows = offered.map((each) => edited[each.column] ?? rowOf(each));
  const chosen = rows.filter((row) => row.chosen);
  const wrong = chosen.some((row) => rowProblems(row).length > 0);
  const change = (work: () => void) => {
    work();
    setKey(crypto.randomUUID());
    setFailure(null);
  };
  // A stage that is no longer there, or belongs to another journey, is no longer chosen.
  const settle = (next: Around) => {
    const gone = (stage: string) =>
      stage !== WHOLE_JOURNEY &&
      (next.journeyId !== around.journeyId || (next.journeyId === '' && !next.stages.includes(stage)));
    setEdited((all) =>
      Object.fromEntries(
        Object.entries(all).map(([column, row]) => [column, gone(row.stage) ? { ...row, stage: '' } : row]),
      ),
    );
    setAround(next);
  };
  const make = async () => {
    const { data, error } = await setUp({ input: toSetUp(rows, around), idempotencyKey: key });
    setFailure(error ? withColumns(error) : null);
    if (!data) return;
    setMade(data.setUpColumns);
    setKey(crypto.randomUUID());
    onMade(data.setUpColumns);
  };
  const withColumns = (error: AppError): AppError => {
    if (error.code !== 'VALIDATION' || !error.fields?.length) return error;
    const sentences = error.fields.map((field) => {
      const row = chosen[Number(/^(?:input\.)?columns\.(\d+)/.exec(field.path)?.[1])];
      return row ? t('map.ofColumn', { column: row.name, problem: say(field) }) : say(field);
    });
    return { ...error, message: sentences.join(' ') };
  };

  return (
    <>
      {made && (
        <p className={own.made} role="status">
          {t('make.made', { count: made.columns.length })}{' '}
          {made.journeyId && (
            <AppLink to="/journeys/$journeyId" params={{ journeyId: made.journeyId }}>
              {t('make.openMap')}
            </AppLink>
          )}
        </p>
      )}
      {offered.length > 0 && (
        <Panel
          title={t('make.title', { count: offered.length })}
          actions={
            <Button
              size="xs"
              variant="default"
              aria-expanded={open}
              aria-controls={formId}
              onClick={() => setOpen((was) => !was)}
            >
              {open ? t('make.close') : t('make.open')}
            </Button>
          }
        >
          <div id={formId}>
            {open && (
              <Stack>
                <p className={classes.help}>{t('make.lead')}</p>
                <SetUpAround around={around} onChange={(next) => change(() => settle(next))} />
                <NewMetricRows
                  offered={offered}
                  rows={rows}
                  columns={columns}
                  around={around}
                  onChange={(next) =>
                    change(() =>
                      setEdited((all) => ({ ...all, ...Object.fromEntries(next.map((row) => [row.column, row])) })),
                    )
                  }
                />
                {failure && <ErrorState error={failure} kept={t('map.kept')} />}
                <Group>
                  <Button onClick={() => void make()} loading={busy} disabled={chosen.length === 0 || wrong}>
                    {t('make.act', { count: chosen.length })}
                  </Button>
                  {wrong && <span className={classes.bad}>{t('make.incomplete')}</span>}
                </Group>
              </Stack>
            )}
          </div>
        </Panel>
      )}
    </>
  );
}
