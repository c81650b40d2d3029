import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { ErrorState } from './ErrorState.js';
import type { ListExport } from './use-list-export.js';

/** Saves what a list holds; a refusal stands beside the button. */
export function ListExportButton({ label, save, busy, error }: ListExport & { label: string }) {
  return (
    <>
      {error && <ErrorState error={error} />}
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} loading={busy} onClick={save}>
        {label}
      </Button>
    </>
  );
}
