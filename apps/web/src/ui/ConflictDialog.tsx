import { Button, Group, Modal, Radio, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface ConflictField {
  key: string;
  label: string;
  /** What I typed and what stands there now, as the reader should see them. */
  mine: string;
  theirs: string;
  /** I did not change it: what somebody else made of it is offered first. */
  untouched?: boolean;
}

export type ConflictChoice = Record<string, 'mine' | 'theirs'>;

interface ConflictDialogProps {
  /** Fields of both versions; those that agree are left out here. Null: no conflict. */
  fields: ConflictField[] | null;
  busy?: boolean;
  /** Called with a choice for every field that differs; save again with the current version. */
  onMerge: (choice: ConflictChoice) => void;
  onClose: () => void;
}

/** Somebody saved first. Both versions, field by field; the reader picks, and nothing typed is lost before they do. */
export function ConflictDialog({ fields, busy, onMerge, onClose }: ConflictDialogProps) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<ConflictChoice>({});
  const differing = (fields ?? []).filter((field) => field.mine !== field.theirs);
  const choice = Object.fromEntries(
    differing.map(({ key, untouched }) => [key, picked[key] ?? (untouched ? 'theirs' : 'mine')] as const),
  );
  return (
    <Modal
      opened={fields !== null}
      onClose={onClose}
      title={t('conflict.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{differing.length ? t('conflict.text') : t('conflict.same')}</Text>
        {differing.length > 0 && (
          <Table.ScrollContainer minWidth={480}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('conflict.field')}</Table.Th>
                  <Table.Th>{t('conflict.mine')}</Table.Th>
                  <Table.Th>{t('conflict.theirs')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {differing.map((field) => (
                  <Table.Tr key={field.key}>
                    <Table.Th scope="row">{field.label}</Table.Th>
                    {(['mine', 'theirs'] as const).map((side) => (
                      <Table.Td key={side}>
                        <Radio
                          name={`conflict-${field.key}`}
                          checked={choice[field.key] === side}
                          onChange={() => setPicked((last) => ({ ...last, [field.key]: side }))}
                          label={field[side] || t('conflict.empty')}
                          aria-label={`${field.label}, ${t(`conflict.${side}`)}: ${field[side] || t('conflict.empty')}`}
                        />
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('conflict.back')}
          </Button>
          <Button loading={busy} onClick={() => onMerge(choice)}>
            {t('conflict.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
