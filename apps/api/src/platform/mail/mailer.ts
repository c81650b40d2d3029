/** A letter in plain text; links in it are whole addresses on lines of their own. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * The port through which mail leaves. Letters often carry a secret link, so they are written where the secret is made
 * and handed over here at once; they never wait in a queue or a log.
 */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<void>;
}
