import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { writePValue } from '../../ui/p-value.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import classes from './Ranking.module.css';
import { type RankedItem, type Result, type Round, titlesOf } from './ranking-words.js';
import { SlopeChart } from './SlopeChart.js';
import { useResultExport } from './use-result-export.js';

interface OfResult {
  round: Round;
  result: Result;
}

/** Both rankings side by side: how far judges agree, how far they and the data do, and where they part. */
export function ResultPanel({ round, result }: OfResult) {
  const { t } = useTranslation('ranking');
  const save = useResultExport(round, result);
  return (
    <Panel
      title={t('result.title')}
      actions={
        <Button
          className="ts-no-print"
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={save}
        >
          {t('result.export')}
        </Button>
      }
    >
      <div className={classes.stack}>
        <Agreements round={round} result={result} />
        <div className={classes.beside}>
          <SlopeChart round={round} />
          <Disputed round={round} result={result} />
        </div>
        <Table round={round} result={result} />
        <p className={classes.quiet}>{t('result.howPlaces')}</p>
      </div>
    </Panel>
  );
}

/** What the two concordances say, in words first. */
function Agreements({ round, result }: OfResult) {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  const { leadersW, leadersChi2, leadersDf, leadersP, leadersItems, judges, agreementW, agreementItems } = result;
  const away = round.items.filter(({ putAway }) => putAway);
  const number = (value: number) => formats.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <>
      {round.closedEarly && (
        <p className={classes.text} role="note">
          {t('result.early', { day: formats.date(round.closesOn) })}
        </p>
      )}
      {round.handedInCount < round.judgeCount && (
        <p className={classes.text} role="note">
          {t('result.some', { handedIn: round.handedInCount, judges: round.judgeCount })}
        </p>
      )}
      {away.length > 0 && (
        <p className={classes.text} role="note">
          {t('result.away', { titles: formats.list(away.map((item) => `O-${item.number} ${item.title}`)) })}
        </p>
      )}
      <dl className={classes.findings}>
        <div>
          <dt>{t('result.amongLeaders')}</dt>
          <dd>
            <strong>{t(`concordance.${result.leadersWord}`)}</strong>
            {leadersW != null && leadersChi2 != null && leadersDf != null && leadersP != null && (
              <span className={classes.quiet}>
                {t('result.leadersW', {
                  w: number(leadersW),
                  judges,
                  items: leadersItems,
                  chi2: number(leadersChi2),
                  df: leadersDf,
                  p: writePValue(leadersP, formats.number),
                })}
              </span>
            )}
            {leadersItems < 8 && leadersW != null && <span className={classes.quiet}>{t('result.fewItems')}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('result.leadersAndData')}</dt>
          <dd>
            <strong>{t(`likeness.${result.agreementWord}`)}</strong>
            {agreementW != null && (
              <span className={classes.quiet}>
                {t('result.agreementW', { w: number(agreementW), items: agreementItems })}
              </span>
            )}
          </dd>
        </div>
      </dl>
    </>
  );
}

function Disputed({ round, result }: OfResult) {
  const { t } = useTranslation('ranking');
  const titles = titlesOf(round);
  return (
    <div>
      <h3 className={classes.heading}>{t('result.disputed')}</h3>
      {result.disputed.length === 0 ? (
        <p className={classes.text}>{t('result.noDispute')}</p>
      ) : (
        <ol className={classes.plain}>
          {result.disputed.slice(0, 5).map(({ leadersFirst, dataFirst, distance }) => (
            <li key={`${leadersFirst} ${dataFirst}`} className={classes.pair}>
              <span>{t('result.leadersPut', { title: titles.get(leadersFirst) })}</span>
              <span>{t('result.dataPuts', { title: titles.get(dataFirst) })}</span>
              <span className={classes.quiet}>{t('result.apart', { count: distance })}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Table({ round, result }: OfResult) {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  const titles = titlesOf(round);
  const agreed = round.agreements[0]?.order;
  const mine = result.items.some(({ myPlace }) => myPlace != null);
  const key = (item: RankedItem) => item.leadersRank ?? Infinity;
  return (
    <PlainTable
      label={t('result.table')}
      columns={[
        { key: 'item', title: t('field.item') },
        ...(agreed ? [{ key: 'agreed', title: t('field.agreed'), number: true }] : []),
        { key: 'leaders', title: t('result.leaders'), number: true },
        { key: 'places', title: t('field.places') },
        ...(mine ? [{ key: 'mine', title: t('field.myPlace'), number: true }] : []),
        { key: 'data', title: t('result.data'), number: true },
        { key: 'difference', title: t('field.difference'), number: true },
      ]}
      rows={result.items
        .toSorted((a, b) => key(a) - key(b))
        .map((item) => ({
          key: item.id,
          cells: [
            titles.get(item.id),
            ...(agreed ? [agreed.indexOf(item.id) + 1] : []),
            item.leadersRank == null
              ? '–'
              : t('result.rankOfMean', { rank: item.leadersRank, mean: formats.number(item.leadersMean ?? 0) }),
            <Places key="places" places={item.places} last={result.items.length} />,
            ...(mine ? [item.myPlace ?? '–'] : []),
            item.dataRank ?? t('data.noRank'),
            item.difference == null
              ? '–'
              : formats.number(item.difference, { signDisplay: 'exceptZero', maximumFractionDigits: 0 }),
          ],
        }))}
    />
  );
}

const STRIP = 110;
const MOST_NAMED = 8;

/** How far judges are apart over one opportunity, as a strip from first to last place; nobody is named. */
function Places({ places, last }: { places: readonly number[]; last: number }) {
  const { t } = useTranslation('ranking');
  if (places.length === 0) return <>–</>;
  const x = (place: number) => 6 + ((STRIP - 12) * (place - 1)) / Math.max(1, last - 1);
  const above = (index: number) => places.slice(0, index).filter((place) => place === places[index]).length;
  const text =
    places.length <= MOST_NAMED
      ? places.join(', ')
      : t('result.range', { from: places[0], to: places.at(-1), n: places.length });
  return (
    <span className={classes.places}>
      <svg viewBox={`0 0 ${STRIP} 22`} className={classes.strip} aria-hidden>
        <line x1={6} x2={STRIP - 6} y1={18} y2={18} />
        {places.map((place, index) => (
          <circle key={index} cx={x(place)} cy={18 - Math.min(above(index), 3) * 5} r={3} />
        ))}
      </svg>
      <span>{text}</span>
    </span>
  );
}
