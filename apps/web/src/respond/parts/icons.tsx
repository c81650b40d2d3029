/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';

function Icon({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <svg class="r-icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
      {children}
    </svg>
  );
}

export const CheckIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 10.5l4 4 8-9" />
  </Icon>
);

export const AnsweredIcon = (): JSX.Element => (
  <Icon>
    <circle cx="10" cy="10" r="8.5" class="r-icon-fill" />
    <path d="M6 10.3l2.8 2.8L14 7.4" class="r-icon-on-fill" />
  </Icon>
);

export const PartlyIcon = (): JSX.Element => (
  <Icon>
    <circle cx="10" cy="10" r="8" />
    <path d="M10 2a8 8 0 010 16z" class="r-icon-fill" />
  </Icon>
);

export const UnansweredIcon = (): JSX.Element => (
  <Icon>
    <circle cx="10" cy="10" r="8" stroke-dasharray="3 2.6" />
  </Icon>
);

export const ListIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 5.5h.01M4 10h.01M4 14.5h.01M8 5.5h8M8 10h8M8 14.5h8" />
  </Icon>
);

export const BackIcon = (): JSX.Element => (
  <Icon>
    <path d="M12 4.5L6.5 10l5.5 5.5" />
  </Icon>
);

export const ForwardIcon = (): JSX.Element => (
  <Icon>
    <path d="M8 4.5l5.5 5.5L8 15.5" />
  </Icon>
);

export const OfflineIcon = (): JSX.Element => (
  <Icon>
    <path d="M3 3l14 14M6 13.5A5 5 0 0110 12M3.5 9.5a10 10 0 014-2.3M16.5 9.5a10 10 0 00-5-2.6M10 16h.01" />
  </Icon>
);

export const ShieldIcon = (): JSX.Element => (
  <Icon>
    <path d="M10 2.5l6 2.2v4.6c0 3.7-2.4 6.6-6 8.2-3.6-1.6-6-4.5-6-8.2V4.7z" />
    <path d="M7.3 9.8l2 2 3.5-3.8" />
  </Icon>
);

export const NameIcon = (): JSX.Element => (
  <Icon>
    <circle cx="10" cy="7" r="3" />
    <path d="M4 17c.5-3.3 2.9-5 6-5s5.5 1.7 6 5" />
  </Icon>
);
