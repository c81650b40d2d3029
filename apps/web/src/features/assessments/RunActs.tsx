import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';
import { ExtendDeadline } from './ExtendDeadline.js';
import { RemindDialog } from './RemindDialog.js';
import { menuVerbs, nextVerb, verbAnswer } from './run-verbs.js';
import { useWaveActs } from './use-wave-acts.js';
import type { useStateVerbs } from './use-state-verbs.js';

interface RunActsProps {
  assessment: AssessmentFieldsFragment;
  verbs: ReturnType<typeof useStateVerbs>;
}

/** The next step as the button, everything else allowed in the menu. Why a step is not allowed stands on the page. */
export function RunActs({ assessment, verbs: { take, busy } }: RunActsProps) {
  const { t } = useTranslation('assessments');
  const navigate = useNavigate();
  const [extending, setExtending] = useState(false);
  const [reminding, setReminding] = useState(false);
  const { id, state } = assessment;
  const params = { assessmentId: id };
  const may = useWaveActs(state);
  const mayRun = useCan()('run', 'Assessment');
  const next = mayRun ? nextVerb(state) : null;
  const answer = next && verbAnswer(assessment, next);
  const rest = mayRun ? menuVerbs(assessment) : [];
  const mayFollow = useCan()('create', 'Assessment') && assessment.resultsComputedAt !== null;
  const hasMenu =
    mayFollow || rest.length > 0 || (['update', 'extendDeadline', 'remind', 'importAnswers'] as const).some(may);

  return (
    <>
      {assessment.resultsComputedAt && (
        <LinkButton
          to="/assessments/$assessmentId/results"
          params={params}
          variant={next && answer?.allowed ? 'default' : 'filled'}
        >
          {t('run.readResults')}
        </LinkButton>
      )}
      {next && answer && (
        <Button
          onClick={() => void take(next)}
          loading={busy}
          disabled={!answer.allowed}
          aria-describedby={answer.allowed ? undefined : 'next-step'}
        >
          {t(`verb.${next}`)}
        </Button>
      )}
      {hasMenu && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('run.more')}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {may('update') && (
              <Menu.Item onClick={() => void navigate({ to: '/assessments/$assessmentId/edit', params })}>
                {t('verb.update')}
              </Menu.Item>
            )}
            {may('extendDeadline') && (
              <Menu.Item onClick={() => setExtending(true)}>{t('verb.extendDeadline')}</Menu.Item>
            )}
            {may('remind') && <Menu.Item onClick={() => setReminding(true)}>{t('verb.remind')}</Menu.Item>}
            {may('importAnswers') && (
              <Menu.Item onClick={() => void navigate({ to: '/assessments/$assessmentId/import', params })}>
                {t('verb.importAnswers')}
              </Menu.Item>
            )}
            {mayFollow && (
              <Menu.Item
                onClick={() =>
                  void navigate({
                    to: '/assessments/new',
                    search: { model: assessment.modelVersionId, previous: id },
                  })
                }
              >
                {t('run.planNext')}
              </Menu.Item>
            )}
            {rest.length > 0 && <Menu.Divider />}
            {rest.map((verb) => (
              <Menu.Item key={verb} color={verb === 'delete' ? 'red' : undefined} onClick={() => void take(verb)}>
                {t(`verb.${verb}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {extending && <ExtendDeadline assessment={assessment} onClose={() => setExtending(false)} />}
      {reminding && <RemindDialog assessment={assessment} onClose={() => setReminding(false)} />}
    </>
  );
}
