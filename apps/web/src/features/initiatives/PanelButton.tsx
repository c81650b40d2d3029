import { Button } from '@mantine/core';

interface PanelButtonProps {
  children: string;
  onClick: () => void;
  /** What it acts on, where the words alone do not say it. */
  label?: string;
}

/** A small act of a panel or of one of its lines. */
export function PanelButton({ children, onClick, label }: PanelButtonProps) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick} aria-label={label}>
      {children}
    </Button>
  );
}
