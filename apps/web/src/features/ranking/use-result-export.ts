import { useTranslation } from 'react-i18next';
import { csvTable } from '../../ui/csv.js';
import { saveText } from '../../ui/save-text.js';
import type { Result, Round } from './ranking-words.js';

/** The result as a file of comma-separated values, with everything that was left out and every figure of the comparison. */
export function useResultExport(round: Round, result: Result): () => void {
  const { t } = useTranslation('ranking');
  return () => {
    const agreed = round.agreements[0]?.order ?? [];
    const head = [
      t('export.number'),
      t('field.item'),
      t('field.agreed'),
      t('export.leadersRank'),
      t('export.leadersMean'),
      t('field.places'),
      t('export.dataRank'),
      t('field.dataScore'),
      t('field.difference'),
      t('export.missing'),
    ];
    const rows = round.items.map(({ opportunityId, number, title, putAway, missing }) => {
      const item = result.items.find(({ id }) => id === opportunityId);
      const place = agreed.indexOf(opportunityId) + 1;
      const lacks = [...new Set(missing.map(({ factor }) => t(`factor.${factor}`)))].join('; ');
      return [
        `O-${number}`,
        title,
        place || null,
        item?.leadersRank,
        item?.leadersMean,
        item?.places.join(' '),
        item?.dataRank,
        item?.dataScore,
        item?.difference,
        putAway ? t('putAway') : lacks,
      ].map((cell) => String(cell ?? ''));
    });
    const figures = [
      [t('export.judges'), result.judges],
      [t('export.leadersW'), result.leadersW],
      ['χ²', result.leadersChi2],
      ['df', result.leadersDf],
      ['p', result.leadersP],
      [t('export.leadersItems'), result.leadersItems],
      [t('export.agreementW'), result.agreementW],
      [t('export.agreementItems'), result.agreementItems],
    ].map((line) => line.map((cell) => String(cell ?? '')));
    saveText(`${round.name}.csv`, csvTable(head, [...rows, [''], ...figures]), 'text/csv');
  };
}
