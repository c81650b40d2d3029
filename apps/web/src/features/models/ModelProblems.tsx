import { Button, Code } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import classes from './ModelProblems.module.css';
import type { ImportMaturityModelMutation } from './models.generated.js';

export type ModelProblem = ImportMaturityModelMutation['importMaturityModel']['problems'][number];

/** Why a file was refused, line by line, each with what to do about it. */
export function ModelProblems({
  problems,
  onLine,
}: {
  problems: readonly ModelProblem[];
  onLine: (line: number) => void;
}) {
  const { t } = useTranslation('models');
  const { number } = useFormats();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The refusal appears below a long text area: take the reader to it.
    title.current?.focus();
  }, [problems]);
  return (
    <section className={`ts-card ${classes.refused}`}>
      <h2 ref={title} tabIndex={-1} className={classes.title}>
        {t('import.refusedTitle', { count: problems.length })}
      </h2>
      <p>{t('import.refusedBody')}</p>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('import.problem')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('import.line')}</th>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.problem')}</th>
              <th scope="col">{t('import.remedy')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={index}>
                <td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('import.goToLine', { line: problem.line })}
                    onClick={() => onLine(problem.line)}
                  >
                    {number(problem.line)}
                  </Button>
                </td>
                <td>{number(problem.column)}</td>
                <td>
                  {problem.message}
                  {problem.path && <Code className={classes.path}>{problem.path}</Code>}
                </td>
                <td>{problem.remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
