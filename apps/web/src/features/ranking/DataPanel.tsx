import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Ranking.module.css';
import type { Round, WeighedPainPoint, WeighedTouchpoint } from './ranking-words.js';

interface DataPanelProps {
  round: Round;
  /** Where numbers may still be written down. */
  onWeigh?: (touchpointId: string) => void;
}

/** What the data side rests on: every factor with where it is from, how many it stands on and how old it is. */
export function DataPanel({ round, onWeigh }: DataPanelProps) {
  const { t } = useTranslation('ranking');
  const lacking = round.items.filter(({ missing, putAway }) => missing.length > 0 && !putAway).length;
  return (
    <Panel title={t('data.title')}>
      <div className={classes.stack}>
        <p className={classes.text}>{t('data.formula')}</p>
        {lacking > 0 && (
          <p className={classes.text} role="note">
            {t('data.lacking', { lacking, count: round.items.length })}
          </p>
        )}
        <PainPoints round={round} />
        <Touchpoints round={round} onWeigh={onWeigh} />
      </div>
    </Panel>
  );
}

function PainPoints({ round }: { round: Round }) {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  const score = (id: string) => round.result?.items.find((item) => item.id === id)?.dataScore;
  const rated = ({ ratedOn }: WeighedPainPoint, evidence: string) =>
    [evidence || t('data.noSource'), ratedOn && formats.date(ratedOn)].filter(Boolean).join(' · ');
  const factor = (value: string | null, about: string) =>
    value === null ? <Missing /> : <Factor value={value} about={about} />;
  return (
    <PlainTable
      label={t('data.painPoints')}
      columns={[
        { key: 'item', title: t('field.item') },
        { key: 'painPoint', title: t('field.painPoint') },
        { key: 'frequency', title: t('factor.FREQUENCY') },
        { key: 'severity', title: t('factor.SEVERITY') },
        { key: 'touchpoints', title: t('field.touchpoints') },
        ...(round.result ? [{ key: 'score', title: t('field.dataScore'), number: true }] : []),
      ]}
      rows={round.items.flatMap((item) => {
        const title = `O-${item.number} ${item.title}`;
        const scored = score(item.opportunityId);
        const last = round.result ? [scored == null ? t('data.noScore') : formats.number(scored)] : [];
        const lines = item.painPoints ?? [];
        if (lines.length === 0)
          return [
            {
              key: item.opportunityId,
              cells: [title, <Missing key="p" factor="PAIN_POINT" />, '–', '–', '–', ...last],
            },
          ];
        return lines.map((line, index) => ({
          key: `${item.opportunityId} ${line.id}`,
          cells: [
            title,
            `P-${line.number} ${line.title}`,
            factor(
              line.frequencyCount == null || line.frequencyBase == null
                ? null
                : t('data.share', {
                    share: formats.percent(line.frequencyCount / line.frequencyBase, 1),
                    met: formats.number(line.frequencyCount),
                    n: formats.number(line.frequencyBase),
                  }),
              rated(line, line.frequencyEvidence),
            ),
            factor(
              line.severity == null ? null : t('data.ofFive', { severity: line.severity }),
              rated(line, line.severityEvidence),
            ),
            line.touchpoints.length === 0 ? (
              <Missing key="t" factor="TOUCHPOINT" />
            ) : (
              formats.list(line.touchpoints.map(({ name }) => name))
            ),
            ...(index === 0 ? last : last.map(() => '')),
          ],
        }));
      })}
    />
  );
}

function Touchpoints({ round, onWeigh }: DataPanelProps) {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  const each = touchpointsOf(round);
  if (each.length === 0) return null;
  const about = (source: string | null | undefined, n: number | null | undefined, asOf: string | null | undefined) =>
    [source, n && t('data.n', { n: formats.number(n) }), asOf && formats.date(asOf)].filter(Boolean).join(' · ');
  return (
    <PlainTable
      label={t('data.touchpoints')}
      columns={[
        { key: 'touchpoint', title: t('field.touchpoint') },
        { key: 'weight', title: t('factor.DRIVER_WEIGHT') },
        { key: 'volume', title: t('factor.VOLUME') },
        ...(onWeigh ? [{ key: 'act', title: t('data.act') }] : []),
      ]}
      rows={each.map((place) => ({
        key: place.id,
        cells: [
          place.name,
          place.driverWeight == null ? (
            <Missing key="w" />
          ) : (
            <Factor
              key="w"
              value={formats.number(place.driverWeight)}
              about={about(place.driverWeightSource, place.driverWeightN, place.driverWeightAsOf)}
            />
          ),
          place.volume == null ? (
            <Missing key="v" />
          ) : (
            <Factor
              key="v"
              value={t('data.perMonth', { volume: formats.number(place.volume) })}
              about={about(place.volumeSource, null, place.volumeAsOf)}
            />
          ),
          ...(onWeigh
            ? [
                <Button
                  key="act"
                  size="xs"
                  variant="default"
                  aria-label={t('data.weighOne', { name: place.name })}
                  onClick={() => onWeigh(place.id)}
                >
                  {t('data.weigh')}
                </Button>,
              ]
            : []),
        ],
      }))}
    />
  );
}

/** Each once, by name. */
export const touchpointsOf = ({ items }: Round): WeighedTouchpoint[] => {
  const all = items.flatMap(({ painPoints }) => painPoints ?? []).flatMap(({ touchpoints }) => touchpoints);
  return [...new Map(all.map((place) => [place.id, place])).values()].sort((a, b) => a.name.localeCompare(b.name));
};

function Factor({ value, about }: { value: string; about: string }) {
  return (
    <span className={classes.factor}>
      <span>{value}</span>
      <span className={classes.quiet}>{about}</span>
    </span>
  );
}

function Missing({ factor }: { factor?: 'PAIN_POINT' | 'TOUCHPOINT' }) {
  const { t } = useTranslation('ranking');
  return <StatusBadge tone="warn">{factor ? t(`factor.${factor}`) : t('data.missing')}</StatusBadge>;
}
