import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { PlainTable } from '../../ui/PlainTable.js';
import classes from './ExplainPanel.module.css';
import { type Plain, stepInputs } from './explanation-rows.js';
import type { ScoreExplanationQuery } from './results.generated.js';
import { useExplanationWords } from './use-explanation-words.js';

/** Numbers from nought to one that a reader knows as percentages. */
const SHARES = new Set(['coverage', 'confidence', 'share', 'threshold', 'weight']);

type Step = ScoreExplanationQuery['scoreExplanation']['steps'][number];

/** One step: what was done in words, the numbers that went in, the number that came out. */
export function ExplainStep({ step, position }: { step: Step; position: number }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const text = useLocalizedText();
  const words = useExplanationWords();
  const { facts, tables } = stepInputs(step.inputs);
  const show = (name: string, value: Plain) =>
    typeof value !== 'number'
      ? words.value(value)
      : SHARES.has(name)
        ? formats.percent(value, 1)
        : // In full where it is broken at all, so that a column of them lines up.
          formats.number(value, { minimumFractionDigits: Number.isInteger(value) ? 0 : 3, maximumFractionDigits: 3 });
  return (
    <li className={classes.step}>
      <div className={classes.head}>
        <h3 className={classes.name}>{words.title(step.code) || t('explain.step', { position })}</h3>
        {step.n !== null && <span className={classes.what}>{t('cell.n', { n: formats.number(step.n) })}</span>}
        {step.result !== null && (
          <span className={classes.result}>
            = {formats.number(step.result, { maximumFractionDigits: 3 })} {text(step.label)}
          </span>
        )}
      </div>
      {words.what(step.code) && <p className={classes.what}>{words.what(step.code)}</p>}
      {facts.length > 0 && (
        <ul className={classes.facts}>
          {facts.map(([name, value]) => (
            <li key={name}>
              <span>{words.input(name)}</span> {show(name, value)}
            </li>
          ))}
        </ul>
      )}
      {tables.map((table) => (
        <PlainTable
          key={table.name}
          label={words.input(table.name) || words.title(step.code)}
          columns={table.columns.map((column, index) => ({
            key: column,
            title: words.input(column),
            number: index > 0 && table.rows.every((row) => typeof row[index] === 'number' || row[index] === null),
          }))}
          rows={table.rows.map((row, index) => ({
            key: String(index),
            cells: row.map((value, column) => show(table.columns[column] ?? '', value)),
          }))}
        />
      ))}
    </li>
  );
}
