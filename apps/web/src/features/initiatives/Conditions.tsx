import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stage } from './initiative-words.js';
import classes from './Initiatives.module.css';
import type { OpenPanel } from './routes.js';
import { type Condition, useConditionText } from './use-condition-text.js';

/** Where a condition is met: the panel that holds what is missing. */
const MENDED_IN = {
  HYPOTHESIS_INCOMPLETE: 'edit',
  NO_OWNER: 'edit',
  NO_SPONSOR: 'edit',
  NO_START: 'edit',
  NO_PROBLEM: 'links',
  NO_ACTION: 'action',
  DECISION_MISSING: 'decision',
  DECISION_RETURNED: 'decision',
  DECISION_REJECTED: 'decision',
} as const;
const panelFor = (code: string): (typeof MENDED_IN)[keyof typeof MENDED_IN] | undefined =>
  MENDED_IN[code as keyof typeof MENDED_IN];

interface ConditionsProps {
  conditions: readonly Condition[];
  /** The stage that they stand against. */
  to: Stage;
  /** Opens what mends a condition; left out where the reader may not. */
  open?: OpenPanel;
}

/** What a stage still needs, each with the way to it. */
export function Conditions({ conditions, to, open }: ConditionsProps) {
  const { t } = useTranslation('initiatives');
  const say = useConditionText();
  // Owner, sponsor and hypothesis are mended in one form: one button is enough for them.
  const opened = new Set<string>();
  return (
    <ul className={classes.conditions}>
      {conditions.map((condition, index) => {
        const panel = panelFor(condition.code);
        const mends = open !== undefined && panel !== undefined && !opened.has(panel);
        if (panel) opened.add(panel);
        return (
          <li key={index}>
            {say(condition)}{' '}
            {mends && (
              <Button size="compact-xs" variant="light" onClick={() => open({ panel, to })}>
                {t(`mend.${panel}`)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
