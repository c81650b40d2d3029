import { DomainError } from '@touchstone/domain';

export class FileTooLargeError extends DomainError {
  constructor(limitBytes: number) {
    const megabytes = Math.floor(limitBytes / 1024 / 1024);
    super('FILE_TOO_LARGE', `A file may have ${megabytes} MB at most.`, { megabytes });
  }
}
