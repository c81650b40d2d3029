import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { Facts } from '../../ui/Facts.js';
import { Panel } from '../../ui/Panel.js';
import classes from './Metric.module.css';
import type { MetricFieldsFragment } from './metrics.generated.js';
import { useDefinitionFacts } from './use-definition-facts.js';

/** What the metric means today. */
export function DefinitionPanel({ metric }: { metric: MetricFieldsFragment }) {
  const { t } = useTranslation('metrics');
  const facts = useDefinitionFacts();
  const { definition, usedBy } = metric;
  return (
    <Panel title={t('page.definition')}>
      {definition.definition ? (
        <p className={classes.text}>{definition.definition}</p>
      ) : (
        <p className={classes.quiet}>{t('page.noDefinition')}</p>
      )}
      <Facts
        facts={[
          ...facts(definition),
          ...(usedBy.length > 0
            ? [
                {
                  name: t('page.usedBy'),
                  value: usedBy.map((user, index) => (
                    <span key={user.id}>
                      {index > 0 && ' · '}
                      <AppLink to="/metrics/$metricId" params={{ metricId: user.id }}>
                        {user.name}
                      </AppLink>
                    </span>
                  )),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
