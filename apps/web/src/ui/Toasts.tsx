import { lazy, Suspense, useSyncExternalStore } from 'react';
import { toastsWanted } from './notify.js';

const Host = lazy(async () => {
  const [{ Notifications }] = await Promise.all([
    import('@mantine/notifications'),
    import('@mantine/notifications/styles.layer.css'),
  ]);
  return { default: Notifications };
});

/** Where short notes appear; loaded with the first of them. */
export function Toasts() {
  const wanted = useSyncExternalStore(toastsWanted.subscribe, toastsWanted.get);
  if (!wanted) return null;
  return (
    <Suspense>
      <Host position="bottom-right" />
    </Suspense>
  );
}
