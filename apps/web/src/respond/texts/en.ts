/** `{name}` is filled in; `_one` and `_other` are chosen by `{n}`. */
export const en = {
  pageTitle: 'Questionnaire',
  language: 'Language',
  skipToContent: 'Skip to the question',

  loading: 'Opening the questionnaire…',
  loadingTrouble:
    'The questionnaire cannot be reached at the moment. We keep trying; nothing you have answered is lost.',
  tryNow: 'Try again now',

  introAsks: '{organization} asks for your view',
  introFor: 'You answer as: {group}',
  introGreeting: 'Hello {name}',
  introWhy: 'Why you are asked',
  introHow: 'How to answer',
  introMinutes: 'Takes about {minutes} min',
  introPractices_one: '{n} practice',
  introPractices_other: '{n} practices',
  introDeadline: 'Open until {deadline}',
  introBreaks: 'You can stop at any time and go on later',
  begin: 'Begin',
  beginning: 'Beginning…',
  beginTrouble: 'That did not reach the server. Please check the connection and try again.',
  resume: 'Go on where you stopped',
  resumeCount_one: '{n} of {total} practices answered so far',
  resumeCount_other: '{n} of {total} practices answered so far',
  toFirstOpen: 'First open question',

  privacyAnonymous: 'Your answers are anonymous',
  privacyAnonymousStored:
    'They are stored with your group, the month and the language only – without your name, your address and your link.',
  privacyAnonymousSeen:
    'Those who run the questionnaire see how many of a group have answered, and neither who nor what. Reminders find those who have not answered by themselves.',
  privacyConfidential: 'Your answers are confidential',
  privacyConfidentialStored:
    'Whether you have answered is known and may be used to remind you. What you answered is stored apart from it, with your group, the month and the language only.',
  privacyConfidentialGroupLink:
    'This link is your whole group’s, so nobody knows whether you were the one who used it. What you answer is stored with your group, the month and the language only.',
  privacyConfidentialSeen:
    'Nobody in your organisation sees a single person’s answers; only results of groups are shown.',
  privacyNamed: 'Your answers carry your name',
  privacyNamedStored: 'What you answer is stored together with your invitation.',
  privacyNamedSeen:
    'Those who run the questionnaire can see who gave which answers. Results pages show groups, not persons.',
  privacyMinimum:
    'A group’s results are shown only once at least {n} of its members have answered. Below that, no number of the group appears anywhere.',
  privacyComments:
    'Comments and written answers are kept apart from all other answers and from your group. They are shown word for word, so leave out what would tell who you are.',
  privacyDraft:
    'Until you send them, your answers stay on this device and, encrypted, on the server. Only your own link opens them.',

  returningTitle: 'This link was opened here before',
  returningText: 'On this device somebody began to answer on {date}. If that was you, go on where you stopped.',
  returningContinue: 'Go on with these answers',
  returningSentText: 'From this device answers were sent through this link on {date}.',
  returningOther: 'Someone else answers on this device',
  returningOtherHelp: 'Starts an empty questionnaire. The answers begun before are removed from this device.',
  returningOtherSentHelp: 'Starts an empty questionnaire for the next person.',

  stepOf: '{index} of {total}',
  progressLabel_one: '{n} of {total} practices answered',
  progressLabel_other: '{n} of {total} practices answered',
  chooseLevel: 'Which description fits best as things are today?',
  notApplicable: 'Not applicable',
  notApplicableLevel: 'Does not apply to us, or I cannot judge it',
  clearAnswer: 'Clear this answer',
  percentHelp: 'A whole or decimal number from 0 to 100',
  percentInvalid: 'Please enter a number from 0 to 100. What stands here is not counted yet.',
  textHelp: 'Optional. Kept apart from your other answers and from your group; please name no persons.',
  comment: 'Comment',
  addComment: 'Add a comment (optional)',
  commentHelp: 'Kept apart from your other answers and from your group; please name no persons.',
  charactersLeft_one: '{n} character left',
  charactersLeft_other: '{n} characters left',
  back: 'Back',
  next: 'Next',
  skip: 'Skip',
  toReview: 'To the review',

  overview: 'Overview',
  overviewTitle: 'All practices',
  overviewText: 'Choose any practice to answer it or to change what you said.',
  practicesNav: 'Practices',
  statusAnswered: 'answered',
  statusPartly: 'partly answered',
  statusUnanswered: 'not answered',
  dimensionCount: '{answered}/{total}',

  reviewTitle: 'Review and send',
  reviewComplete: 'You have answered everything. Thank you.',
  reviewOpen_one: '{n} question is still open.',
  reviewOpen_other: '{n} questions are still open.',
  reviewOpenHelp: 'You can send all the same: open questions count as not answered, never as a low level.',
  reviewNothing: 'Nothing is answered yet. Please answer at least one question before sending.',
  reviewOpenList: 'Still open',
  reviewFinal: 'After sending, answers can no longer be changed.',
  send: 'Send answers',
  sending: 'Sending…',
  sendingWaiting:
    'No confirmation yet. Your answers are safe on this device; we keep trying to send them. Please leave this page open.',
  sendInvalid: 'Some answers could not be accepted. Please look at them again:',
  sendInvalidUnknown: 'The answers could not be accepted as they are. Please look through them and send again.',

  saved: 'Saved',
  savedOnDevice: 'Kept on this device',
  announceSaved: 'Your answers are saved as you go.',
  offlineTitle: 'No connection',
  waitingTitle: 'The server does not answer',
  offlineNone: 'You can go on answering. Everything is kept on this device and sent when the connection returns.',
  offlineSome_one: '{n} answer is kept on this device and will be sent when the connection returns. You can go on.',
  offlineSome_other: '{n} answers are kept on this device and will be sent when the connection returns. You can go on.',
  onlineAgain: 'The connection is back; everything is saved.',
  notDurable: 'This browser keeps nothing on the device (private window?). Please do not close the page while offline.',

  ownLink: 'Go on elsewhere',
  ownLinkText:
    'With your own link you can go on later or on another device. Keep it to yourself: it opens your answers.',
  copyLink: 'Copy my link',
  copied: 'Copied',
  copyFailed: 'Please copy the address from the address bar.',

  sentTitle: 'Thank you – your answers have arrived',
  sentOn: 'Sent on {date}',
  sentCount_one: '{n} of {total} question answered',
  sentCount_other: '{n} of {total} questions answered',
  sentNext: 'What happens next',
  sentNextOpen: 'The questionnaire stays open for others until {deadline}. Nobody sees results before it is closed.',
  sentNextGroups: 'Then results are computed by group. Groups with fewer than {n} answers are not shown.',
  sentNextUse: '{organization} uses them to see where it stands and to decide what to improve.',
  sentWiped: 'The copies of your answers on this device have been removed.',
  sentClose: 'You can close this page.',

  problemNoLinkTitle: 'Something is missing from the link',
  problemNoLinkText:
    'Please open the link exactly as you received it; sometimes its end is cut off. If it still does not work, ask the person who sent it.',
  problemUnknownTitle: 'We do not know this link',
  problemUnknownText:
    'It may have been cut off or replaced by a newer one. Please open it again from the invitation, or ask the person who sent it.',
  problemRevokedTitle: 'This link was withdrawn',
  problemRevokedText:
    'It no longer takes answers. If you received a newer one, please use that; otherwise ask the person who sent it.',
  problemExpiredTitle: 'This link has expired',
  problemExpiredText:
    'The time to answer is over. If you still want to be heard, ask the person who sent it for a new link.',
  problemClosedTitle: 'This questionnaire is closed',
  problemClosedText: 'No more answers are taken. Thank you for wanting to take part.',
  problemElsewhereTitle: 'Answers were already sent',
  problemElsewhereText:
    'Through this link answers have been sent, from another browser or device. They count once and cannot be changed.',
  problemKept_one: '{n} answer that was not sent is still on this device.',
  problemKept_other: '{n} answers that were not sent are still on this device.',
  problemForget: 'Remove them from this device',
} as const;

export type TextKey = keyof typeof en;
export type Catalogue = Readonly<Record<TextKey, string>>;
