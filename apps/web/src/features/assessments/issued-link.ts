/** One link as it was issued, to hand over or to merge into an office's own mail; the server keeps no copy. */
export interface IssuedLink {
  readonly name: string;
  readonly email: string;
  readonly group: string;
  readonly link: string;
}
