import { Button, Skeleton, useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Chart.module.css';
import { type ChartPlace, type ChartTheme, readChartTheme } from './chart-theme.js';

export interface ChartTable {
  columns: string[];
  rows: { key: string; cells: ReactNode[] }[];
}

interface ChartProps {
  /** The finding's subject: "Executives rate design management 1.2 levels above the front line". */
  title: string;
  note?: ReactNode;
  /** Keep it stable (useCallback): a new function redraws. Called again when the room changes. */
  option: (theme: ChartTheme, place: ChartPlace) => EChartsCoreOption;
  /** The same data, exact; what a screen reader or a doubter reads. */
  table: ChartTable;
  /** The door to how it was computed: a link or a button. */
  computed?: ReactNode;
  height?: number;
  onSelect?: (params: { name: string; seriesName?: string; dataIndex: number }) => void;
}

/** About what stands between the margins of an upright A4 sheet, in pixels. */
const PAPER_WIDTH = 680;

/** A drawing with its table behind it, its title before it, and a way to how it was computed. */
export function Chart({ title, note, option, table, computed, height = 320, onSelect }: ChartProps) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const still = useReducedMotion();
  const place = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const select = useRef(onSelect);
  useEffect(() => {
    select.current = onSelect;
  });

  useEffect(() => {
    if (asTable) return undefined;
    let leave = () => undefined as void;
    let left = false;
    void import('./chart-runtime.js').then(({ echarts }) => {
      if (left || !place.current) return;
      const drawing = echarts.init(place.current, undefined, { renderer: 'svg' });
      const draw = (animation = !still) => {
        const theme = readChartTheme();
        drawing.setOption({
          animation,
          animationDuration: 160,
          textStyle: { fontFamily: theme.font, color: theme.ink },
          ...option(theme, { width: drawing.getWidth(), height: drawing.getHeight() }),
        });
      };
      draw();
      // The browser takes its picture as soon as the listeners return: nothing may wait for the next frame.
      const toPaper = () => {
        drawing.resize({ width: PAPER_WIDTH });
        draw(false);
        drawing.getZr().flush();
      };
      const toScreen = () => {
        drawing.resize({ width: 'auto' });
        draw(false);
      };
      window.addEventListener('beforeprint', toPaper);
      window.addEventListener('afterprint', toScreen);
      drawing.on('click', (params) =>
        select.current?.({
          name: params.name,
          seriesName: params.seriesName,
          dataIndex: params.dataIndex,
        }),
      );
      setReady(true);
      const watcher = new ResizeObserver(() => {
        drawing.resize();
        draw();
      });
      watcher.observe(place.current);
      leave = () => {
        watcher.disconnect();
        window.removeEventListener('beforeprint', toPaper);
        window.removeEventListener('afterprint', toScreen);
        drawing.dispose();
      };
    });
    return () => {
      left = true;
      leave();
    };
  }, [option, scheme, still, asTable]);

  return (
    <figure className={classes.chart} aria-labelledby={id}>
      <figcaption className={classes.head}>
        <h3 className={classes.title} id={id}>
          {title}
        </h3>
        {computed}
        <Button
          className="ts-no-print"
          variant="subtle"
          size="compact-xs"
          aria-pressed={asTable}
          onClick={() => setAsTable((last) => !last)}
        >
          {asTable ? t('chart.asChart') : t('chart.asTable')}
        </Button>
        {note && <p className={classes.note}>{note}</p>}
      </figcaption>
      {asTable ? null : (
        <div className={classes.place} style={{ height }}>
          {!ready && <Skeleton height={height} />}
          <div ref={place} role="img" aria-label={title} className={classes.drawing} />
        </div>
      )}
      <div className={asTable ? classes.table : 'ts-visually-hidden'}>
        <table aria-label={title}>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell, index) =>
                  index === 0 ? (
                    <th key={index} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={index}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
