import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Announcer.js';
import classes from './Ranking.module.css';

interface OrderListProps {
  label: string;
  order: readonly string[];
  items: ReadonlyMap<string, { title: string; text?: string }>;
  onChange: (order: string[]) => void;
}

/**
 * An order made by hand: by the arrows, which work by keyboard and thumb, or by dragging the handle, which works by mouse
 * and finger alike. What moved keeps the focus, and where it is now is said.
 */
export function OrderList({ label, order, items, onChange }: OrderListProps) {
  const { t } = useTranslation('ranking');
  const announce = useAnnounce();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const pressed = useRef<{ id: string; by: number } | null>(null);

  const moveTo = (id: string, place: number) => {
    const rest = order.filter((each) => each !== id);
    onChange([...rest.slice(0, place), id, ...rest.slice(place)]);
    announce(t('order.moved', { title: items.get(id)?.title ?? '', place: place + 1, count: order.length }));
  };
  // The browser drops the focus of what is moved in the document: back to the arrow that was pressed, or the other one at an end.
  useEffect(() => {
    const last = pressed.current;
    pressed.current = null;
    if (!last) return;
    const row = list.current?.querySelector(`[data-id="${last.id}"]`);
    const buttons = [...(row?.querySelectorAll('button') ?? [])];
    const [up, down] = buttons;
    const wanted = last.by < 0 ? up : down;
    (wanted?.disabled ? buttons.find((button) => !button.disabled) : wanted)?.focus();
  }, [order]);
  useEffect(() => {
    if (!dragged) return;
    const move = (event: PointerEvent) => {
      const rows = [...(list.current?.children ?? [])];
      const place = rows.findIndex((row) => event.clientY < row.getBoundingClientRect().bottom);
      const to = place < 0 ? rows.length - 1 : place;
      if (order[to] !== dragged && order.indexOf(dragged) !== to) moveTo(dragged, to);
    };
    const end = () => setDragged(null);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  });
  const arrow = (id: string, index: number, by: -1 | 1) => (
    <ActionIcon
      variant="default"
      size={40}
      disabled={index + by < 0 || index + by >= order.length}
      aria-label={t(by < 0 ? 'order.up' : 'order.down', { title: items.get(id)?.title ?? '' })}
      onClick={() => {
        pressed.current = { id, by };
        moveTo(id, index + by);
      }}
    >
      {by < 0 ? <IconArrowUp size={18} aria-hidden /> : <IconArrowDown size={18} aria-hidden />}
    </ActionIcon>
  );
  return (
    <ol className={classes.order} aria-label={label} ref={list}>
      {order.map((id, index) => (
        <li key={id} data-id={id} className={id === dragged ? `${classes.place} ${classes.dragged}` : classes.place}>
          <span
            className={classes.handle}
            aria-hidden
            onPointerDown={(event) => {
              event.preventDefault();
              setDragged(id);
            }}
          >
            <IconGripVertical size={18} />
          </span>
          <span className={classes.number}>{index + 1}</span>
          <span className={classes.item}>
            <strong>{items.get(id)?.title}</strong>
            {items.get(id)?.text && <span className={classes.quiet}>{items.get(id)?.text}</span>}
          </span>
          <span className={classes.arrows}>
            {arrow(id, index, -1)}
            {arrow(id, index, 1)}
          </span>
        </li>
      ))}
    </ol>
  );
}
