import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Mantine speaks in ten shades; ours come from the tokens, which already know the theme. */
const shades = (name: string): MantineColorsTuple => {
  const token = `var(--ts-${name})`;
  const soft = `var(--ts-${name}-soft)`;
  return [soft, soft, token, token, token, token, token, token, token, token];
};

const neutrals = Array.from({ length: 10 }, (_, step) => `var(--ts-neutral-${step})`) as unknown as MantineColorsTuple;

const dialog = {
  overlayProps: { color: 'var(--ts-overlay)', backgroundOpacity: 1 },
  // The library's <header> would count as a second banner of the page.
  attributes: { header: { role: 'presentation' } },
  styles: { title: { fontWeight: 650 } },
};

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: shades('accent'), red: shades('bad'), gray: neutrals, dark: neutrals },
  fontFamily: 'var(--ts-font)',
  fontFamilyMonospace: 'var(--ts-font-mono)',
  fontSizes: {
    xs: 'var(--ts-text-12)',
    sm: 'var(--ts-text-14)',
    md: 'var(--ts-text-16)',
    lg: 'var(--ts-text-20)',
    xl: 'var(--ts-text-28)',
  },
  lineHeights: {
    xs: 'var(--ts-leading)',
    sm: 'var(--ts-leading)',
    md: 'var(--ts-leading)',
    lg: 'var(--ts-leading)',
    xl: 'var(--ts-leading)',
  },
  headings: {
    fontFamily: 'var(--ts-font)',
    fontWeight: '650',
    sizes: {
      h1: { fontSize: 'var(--ts-text-28)', lineHeight: '1.3' },
      h2: { fontSize: 'var(--ts-text-20)', lineHeight: '1.4' },
      h3: { fontSize: 'var(--ts-text-16)', lineHeight: '1.5' },
    },
  },
  spacing: {
    xs: 'var(--ts-space-8)',
    sm: 'var(--ts-space-12)',
    md: 'var(--ts-space-16)',
    lg: 'var(--ts-space-24)',
    xl: 'var(--ts-space-40)',
  },
  radius: { xs: '3px', sm: '4px', md: 'var(--ts-radius)', lg: '8px', xl: '16px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'var(--ts-shadow)',
    md: 'var(--ts-shadow)',
    lg: 'var(--ts-shadow)',
    xl: 'var(--ts-shadow)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // Labels above, help under; an error stands between on a phone and beside the field where there is room.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] } },
    Modal: { defaultProps: { centered: true, ...dialog } },
    Drawer: { defaultProps: dialog },
    Spotlight: { defaultProps: { centered: false, overlayProps: dialog.overlayProps } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
});

const surfaces = {
  '--mantine-color-body': 'var(--ts-surface)',
  '--mantine-color-text': 'var(--ts-ink)',
  '--mantine-color-bright': 'var(--ts-ink)',
  '--mantine-color-dimmed': 'var(--ts-ink-muted)',
  '--mantine-color-placeholder': 'var(--ts-ink-muted)',
  '--mantine-color-default': 'var(--ts-surface)',
  '--mantine-color-default-hover': 'var(--ts-hover)',
  '--mantine-color-default-color': 'var(--ts-ink)',
  '--mantine-color-default-border': 'var(--ts-line)',
  '--mantine-color-anchor': 'var(--ts-accent)',
  '--mantine-color-error': 'var(--ts-bad)',
  '--mantine-color-disabled': 'var(--ts-sunken)',
  '--mantine-color-disabled-color': 'var(--ts-ink-muted)',
  '--mantine-color-disabled-border': 'var(--ts-line)',
  '--mantine-primary-color-contrast': 'var(--ts-on-accent)',
  '--mantine-color-accent-text': 'var(--ts-accent)',
  '--mantine-color-accent-filled': 'var(--ts-accent-fill)',
  '--mantine-color-accent-filled-hover': 'var(--ts-accent-fill-hover)',
  '--mantine-color-accent-light': 'var(--ts-accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--ts-hover)',
  '--mantine-color-accent-light-color': 'var(--ts-accent)',
  '--mantine-color-accent-outline': 'var(--ts-accent)',
  '--mantine-color-accent-outline-hover': 'var(--ts-accent-soft)',
  '--mantine-color-red-text': 'var(--ts-bad)',
  '--mantine-color-red-filled': 'var(--ts-bad-fill)',
  '--mantine-color-red-filled-hover': 'var(--ts-bad-fill-hover)',
  '--mantine-color-red-light': 'var(--ts-bad-soft)',
  '--mantine-color-red-light-hover': 'var(--ts-bad-soft)',
  '--mantine-color-red-light-color': 'var(--ts-bad)',
  '--mantine-color-red-outline': 'var(--ts-bad)',
  '--mantine-color-red-outline-hover': 'var(--ts-bad-soft)',
};

/** Named in both themes because Mantine's own per-theme values would win over a shared one. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
