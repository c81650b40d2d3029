import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '../StatusBadge.js';
import classes from './JobProgress.module.css';
import type { FollowedJob } from './use-job.js';

const tones: Record<FollowedJob['state'], Tone> = {
  WAITING: 'quiet',
  ACTIVE: 'active',
  COMPLETED: 'good',
  FAILED: 'warn',
  DEAD: 'bad',
};

/** How far a job is, in counts; what stopped it, where something did. The texts are in the namespace `job`. */
export function JobProgress({ job, label }: { job: FollowedJob | undefined; label: string }) {
  const { t } = useTranslation('job');
  const total = job?.progressTotal ?? 0;
  const done = job?.state === 'COMPLETED' ? Math.max(total, job.progressDone) : (job?.progressDone ?? 0);
  const share = job?.state === 'COMPLETED' ? 100 : total > 0 ? Math.min(100, (done / total) * 100) : 0;
  const counts = total > 0 ? t('progress', { done, total }) : t('progressOpen', { done });
  const running = !job || job.state === 'WAITING' || job.state === 'ACTIVE';
  return (
    <div className={classes.job}>
      <div className={classes.head}>
        <span className={classes.label}>{label}</span>
        <StatusBadge tone={tones[job?.state ?? 'WAITING']}>{t(`state.${job?.state ?? 'WAITING'}`)}</StatusBadge>
        <span className={classes.counts}>{counts}</span>
      </div>
      <Progress.Root size={8}>
        <Progress.Section
          value={share}
          aria-label={label}
          aria-valuetext={counts}
          color={job?.state === 'DEAD' ? 'red' : 'accent'}
          striped={running && total === 0}
        />
      </Progress.Root>
      {job?.progressNote && <p className={classes.note}>{job.progressNote}</p>}
      {job?.state === 'FAILED' && (
        <p className={classes.note}>
          {job.errorMessage} {t('retryComing')}
        </p>
      )}
      {job?.state === 'DEAD' && (
        <p role="alert" className={classes.note}>
          {job.errorMessage ? t('deadBecause', { message: job.errorMessage }) : null} {t('dead')}
        </p>
      )}
    </div>
  );
}
