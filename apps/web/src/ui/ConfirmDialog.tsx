import { Button, Group, Modal, Text } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Question {
  title: string;
  /** What will be lost, or what cannot be taken back. */
  consequence: ReactNode;
  /** The verb itself ("End membership"), never "OK". */
  act: string;
  destructive?: boolean;
}

/** `const [confirm, dialog] = useConfirm()`; render `dialog`, then `if (await confirm({…}))`. */
export function useConfirm(): [ask: (question: Question) => Promise<boolean>, dialog: ReactNode] {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<(Question & { answer: (yes: boolean) => void }) | null>(null);

  const ask = useCallback(
    (question: Question) =>
      new Promise<boolean>((answer) => {
        setAsked({ ...question, answer });
        setOpen(true);
      }),
    [],
  );
  const answer = (yes: boolean) => {
    setOpen(false);
    asked?.answer(yes);
  };

  const dialog = (
    <Modal
      opened={open}
      onClose={() => answer(false)}
      title={asked?.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text size="sm">{asked?.consequence}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => answer(false)} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color={asked?.destructive === false ? undefined : 'red'} onClick={() => answer(true)}>
          {asked?.act}
        </Button>
      </Group>
    </Modal>
  );
  return [ask, dialog];
}
