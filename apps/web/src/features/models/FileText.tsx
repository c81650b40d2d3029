import { Button, FileButton, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import classes from './FileText.module.css';

/** The limit of the file format; a larger file is not worth sending to be refused. */
const MAXIMUM_BYTES = 1_048_576;

/** A file by button or by dropping, read here as UTF-8; what cannot be read is refused by name. */
export function FileText({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation('models');
  const { number } = useFormats();
  const [said, setSaid] = useState<{ text: string; refused: boolean } | null>(null);
  const [over, setOver] = useState(false);
  const megabytes = (bytes: number) =>
    number(bytes / 1_048_576, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });

  const read = async (file: File | null | undefined) => {
    if (!file) return;
    if (file.size > MAXIMUM_BYTES) {
      const size = megabytes(file.size);
      return setSaid({
        text: t('import.fileTooLarge', { name: file.name, size, limit: megabytes(MAXIMUM_BYTES) }),
        refused: true,
      });
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      onText(text);
      setSaid({ text: t('import.fileRead', { name: file.name }), refused: false });
    } catch {
      setSaid({ text: t('import.fileUnreadable', { name: file.name }), refused: true });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };

  return (
    <div
      className={over ? `${classes.place} ${classes.over}` : classes.place}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileButton onChange={(file) => void read(file)} accept=".yaml,.yml,text/yaml,application/yaml">
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>
            {t('import.choose')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed">
        {t('import.drop')}
      </Text>
      <Text size="sm" role="status" c={said?.refused ? 'var(--ts-bad)' : undefined}>
        {said?.text}
      </Text>
    </div>
  );
}
