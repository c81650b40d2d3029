import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';

/** A name that needs explaining carries its explanation, to be had by pointer, touch and keyboard. */
export function FactName({ name, help }: { name: string; help: string }) {
  return (
    <Tooltip label={help} multiline maw={360}>
      <UnstyledButton component="span" tabIndex={0} fz="inherit">
        {name} <IconInfoCircle size={13} aria-hidden style={{ verticalAlign: '-2px' }} />
        <span className="ts-visually-hidden">. {help}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
