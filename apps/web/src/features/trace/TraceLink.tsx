import { IconGitMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/AppLink.js';
import type { TraceKind } from './trace.generated.js';
import { slugOfKind } from './trace-words.js';

interface TraceLinkProps {
  kind: TraceKind;
  id: string;
  /** Beside other small acts. */
  small?: boolean;
  /** Says of which object, where several of these stand on one page. */
  name?: string;
}

/** From an object to the thread through it. */
export function TraceLink({ kind, id, small, name }: TraceLinkProps) {
  const { t } = useTranslation();
  return (
    <LinkButton
      to="/trace/$kind/$traceId"
      params={{ kind: slugOfKind(kind), traceId: id }}
      variant={small ? 'subtle' : 'default'}
      size={small ? 'xs' : undefined}
      leftSection={<IconGitMerge size={16} aria-hidden />}
      aria-label={name && t('trace.of', { name })}
    >
      {t('trace.link')}
    </LinkButton>
  );
}
