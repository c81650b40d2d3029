import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type AnchorRest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps | keyof ButtonProps>;

function LinkAnchor({ ref, ...props }: AnchorProps & AnchorRest & { ref?: Ref<HTMLAnchorElement> }) {
  return <Anchor ref={ref} {...props} />;
}

function LinkAsButton({ ref, ...props }: ButtonProps & AnchorRest & { ref?: Ref<HTMLAnchorElement> }) {
  return <Button component="a" ref={ref} {...props} />;
}

/** A link to a page of ours, typed by the route tree; opens in a new tab, can be copied and sent like any link. */
export const AppLink = createLink(LinkAnchor);

/** A link that looks like the act it begins. */
export const LinkButton = createLink(LinkAsButton);
