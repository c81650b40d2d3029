import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Announcer.js';
import { type UndoableAct, UndoStack } from './undo-stack.js';

/** Takes the reader's own acts on a map back, one by one, as long as nobody has changed the same thing since. */
export function useMapUndo() {
  const { t } = useTranslation('journeys');
  const announce = useAnnounce();
  const stack = useRef<UndoStack | null>(null);
  const [size, setSize] = useState(0);
  const [refused, setRefused] = useState(false);

  const remember = useCallback((act: UndoableAct) => {
    stack.current ??= new UndoStack();
    stack.current.push(act);
    setSize(stack.current.size);
    setRefused(false);
  }, []);
  const undo = useCallback(async () => {
    const undone = await stack.current?.undo();
    setSize(stack.current?.size ?? 0);
    if (!undone) return;
    setRefused('error' in undone);
    if (!('error' in undone)) announce(t('map.undone'));
  }, [announce, t]);
  return { remember, undo, size, refused };
}
