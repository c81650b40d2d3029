import { useMutation } from '@apollo/client/react';
import { useCallback } from 'react';
import { changeLocale } from '../i18n/i18n.js';
import type { Locale } from '../i18n/locales.js';
import { useViewer } from './session.js';
import { UpdateProfileDocument } from './viewer.generated.js';

/** A signed-in person's language is theirs on every device: switched at once, and kept with the profile. */
export function useChooseLocale(): (locale: Locale) => void {
  const viewer = useViewer();
  const [update] = useMutation(UpdateProfileDocument);
  return useCallback(
    (locale) => {
      void changeLocale(locale);
      // Where the profile cannot be saved now, this browser has already remembered the choice.
      update({
        variables: { name: viewer.name, locale },
        optimisticResponse: { updateProfile: { ...viewer, locale } },
      }).catch(() => undefined);
    },
    [viewer, update],
  );
}
