import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GapTable } from './GapTable.js';
import { GAP_KINDS, gapRows } from './gap-rows.js';
import { useResults } from './results-context.js';
import classes from './ResultsPage.module.css';
import type { ResultsSearch } from './routes.js';

const route = getRouteApi('/app/assessments/$assessmentId/results');
const PAGE = 25;

/** Where two rater groups see the same practice differently, and whether by more than raters differ anyway. */
export function GapsView() {
  const { t } = useTranslation('results');
  const { gaps = 'all', beyond, group }: ResultsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { results } = useResults();
  const [shown, setShown] = useState(PAGE);
  const change = (next: ResultsSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  const rows = gapRows(results.gaps, { kind: gaps, group: group ?? null, beyondOnly: beyond === true });
  return (
    <section className="ts-card">
      <h2 className={classes.title}>{t('gaps.title')}</h2>
      <p className={classes.help}>{t('gaps.help')}</p>
      {results.gaps.length === 0 ? (
        <p>{t('gaps.none')}</p>
      ) : (
        <>
          <div className={`${classes.filters} ts-no-print`}>
            <NativeSelect
              label={t('gaps.kind')}
              value={gaps}
              onChange={(event) => {
                const next = GAP_KINDS.find((each) => each === event.currentTarget.value);
                change({ gaps: next === 'all' ? undefined : next });
              }}
              data={GAP_KINDS.map((kind) => ({ value: kind, label: t(`gaps.kinds.${kind}`) }))}
            />
            <NativeSelect
              label={t('gaps.group')}
              value={group ?? ''}
              onChange={(event) => change({ group: event.currentTarget.value || undefined })}
              data={[
                { value: '', label: t('gaps.anyGroup') },
                ...results.groups.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Checkbox
              label={t('gaps.beyondOnly')}
              checked={beyond === true}
              onChange={(event) => change({ beyond: event.currentTarget.checked || undefined })}
              mb={8}
            />
          </div>
          {rows.length === 0 ? <p role="status">{t('gaps.noneFiltered')}</p> : <GapTable rows={rows.slice(0, shown)} />}
          {rows.length > shown && (
            <Button className="ts-no-print" variant="default" mt="md" onClick={() => setShown(shown + PAGE)}>
              {t('gaps.more', { count: Math.min(PAGE, rows.length - shown) })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
