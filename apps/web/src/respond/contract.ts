/**
 * What the respondent's page asks of the API and gets back. Written by hand and small on purpose: the page ships no
 * GraphQL client. `contract.spec.ts` validates every document against the committed schema.
 */

export type LocalizedText = Readonly<Record<string, string>>;

export type RespondentState = 'OPEN' | 'SUBMITTED' | 'CLOSED' | 'EXPIRED' | 'REVOKED';
export type AnonymityPolicy = 'ANONYMOUS' | 'CONFIDENTIAL' | 'NAMED';
export type ItemType = 'level' | 'likert' | 'choice' | 'yes-no-partial' | 'percentage' | 'text';

export interface Level {
  readonly value: number;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
}

export interface Option {
  readonly value: number;
  readonly label: LocalizedText;
}

export interface Item {
  readonly id: string;
  readonly type: ItemType;
  readonly text: LocalizedText;
  readonly notApplicableAllowed: boolean;
  readonly options: readonly Option[];
}

export interface Practice {
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly descriptors: readonly { readonly level: number; readonly text: LocalizedText }[];
  readonly items: readonly Item[];
}

export interface Dimension {
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly practices: readonly Practice[];
}

export interface Questionnaire {
  /** How to read and choose levels, in the words of the model. */
  readonly description: LocalizedText;
  readonly levels: readonly Level[];
  readonly dimensions: readonly Dimension[];
}

/** One item's answer as the server keeps it in a draft. An empty object is an answer taken back. */
export interface Answer {
  readonly value?: number;
  readonly notApplicable?: true;
  readonly text?: string;
  readonly comment?: string;
}

export type Answers = Readonly<Record<string, Answer>>;

export interface Draft {
  readonly answers: Answers;
  readonly revision: number;
  readonly savedAt: string;
}

export interface RespondentSession {
  readonly state: RespondentState;
  /** The link is a group's: a response of one's own has to be begun first. */
  readonly begins: boolean;
  readonly organizationName: string;
  readonly assessmentName: string;
  readonly purpose: string;
  readonly raterGroupName: string;
  readonly anonymity: AnonymityPolicy;
  readonly minimumGroupSize: number;
  readonly deadline: string;
  readonly locales: readonly string[];
  readonly invitedName: string | null;
  /** The link was made for one person; nobody can say who came through a group's. */
  readonly personal: boolean;
  readonly questionnaire: Questionnaire | null;
  readonly draft: Draft | null;
}

export interface SubmittedAnswers {
  readonly submittedOn: string;
  readonly answered: number;
  readonly total: number;
}

export interface AnswerInput extends Answer {
  readonly itemId: string;
}

export const SESSION_QUERY = /* GraphQL */ `
  query RespondentSession {
    respondentSession {
      state
      begins
      organizationName
      assessmentName
      purpose
      raterGroupName
      anonymity
      minimumGroupSize
      deadline
      locales
      invitedName
      personal
      questionnaire {
        description
        levels {
          value
          name
          description
        }
        dimensions {
          id
          name
          description
          practices {
            id
            name
            description
            descriptors {
              level
              text
            }
            items {
              id
              type
              text
              notApplicableAllowed
              options {
                value
                label
              }
            }
          }
        }
      }
      draft {
        answers
        revision
        savedAt
      }
    }
  }
`;

export const BEGIN_MUTATION = /* GraphQL */ `
  mutation BeginResponse {
    beginResponse {
      token
    }
  }
`;

export const SAVE_MUTATION = /* GraphQL */ `
  mutation SaveDraft($answers: JSON!, $revision: Int!) {
    saveDraft(answers: $answers, revision: $revision) {
      revision
      savedAt
    }
  }
`;

export const SUBMIT_MUTATION = /* GraphQL */ `
  mutation SubmitAnswers($answers: [AnswerInput!]!, $locale: String!) {
    submitAnswers(answers: $answers, locale: $locale) {
      submittedOn
      answered
      total
    }
  }
`;
