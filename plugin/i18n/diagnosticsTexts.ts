/** Texts of the view *Diagnostics*; `_one` and `_other` are plural forms. */
export const diagnosticsTexts = {
  'reason.offline': 'This device is offline. What is shown is kept; the shop reconnects by itself.',
  'reason.unauthorized':
    'The lake refused access. Log in again, or ask an administrator for read access; the shop tries again by itself.',
  'reason.refused': 'The lake refused the request. The shop tries again by itself.',
  'reason.unreachable':
    'The lake cannot be reached. What is shown is kept; the shop tries again by itself.',
  'reason.silent': 'The lake did not answer in time. The shop connects anew by itself.',
  'reason.kept': 'What this device kept is shown until the lake has answered.',
  'reason.clock': 'The clock of this device is not that of the lake.',

  'log.title': 'Connection log',
  'log.at': 'At',
  'log.state': 'State',
  'log.reason': 'Reason',

  'proof.title': 'Proof',
  'proof.checking': 'Being checked',
  'proof.proved': 'Everything follows',
  'proof.drift': 'Something differs',
  'proof.not-checked': 'Not checked yet: the shop is still loading.',
  'proof.checked-at': 'Checked at {{time}}, and again with every change.',
  'proof.malformed_zero': 'No document is unreadable.',
  'proof.malformed_one': '{{count}} document is unreadable and not counted; see the alerts.',
  'proof.malformed_other': '{{count}} documents are unreadable and not counted; see the alerts.',
  'proof.access.private': 'The dataset “{{dataset}}” is private.',
  'proof.access.public': 'The dataset “{{dataset}}” is public: anyone can read it.',
  'proof.access.unknown':
    'Whether the dataset “{{dataset}}” is private is not known: this account may not see it.',
  'proof.whole':
    'This covers what this window holds. “npm run verify” derives the whole history once more.',

  'windows.title': 'Windows of this browser',
  'windows.window': 'Window',
  'windows.state': 'State',
  'windows.p50': 'Median',
  'windows.p95': '95 % under',
  'windows.this': 'This window',
  'windows.other': 'Window {{number}}: {{place}}',
  'windows.ms': '{{ms}} ms',
  'windows.hint':
    'From commit to screen over the last 200 changes, by the lake’s clock. The test operations below ask the windows of other devices too.',
  'test.windows': 'Ask all windows',
  'test.windows-hint': 'Changes nothing of the shop: a note to the windows that is deleted again.',
  'test.answers': 'Windows that answered',
  'test.answers-running_zero': 'No window has answered yet',
  'test.answers-running_one': '{{count}} window has answered so far',
  'test.answers-running_other': '{{count}} windows have answered so far',
  'test.answers-ended_zero': 'No window answered; the test is deleted',
  'test.answers-ended_one': '{{count}} window answered; the test is deleted',
  'test.answers-ended_other': '{{count}} windows answered; the test is deleted',
  'test.answers-hint':
    'This test: from the commit until it was painted there, by the lake’s clock, which each window compares with its own; ± is by how much that may be wrong. Median and 95 %: commit to screen over its last changes. Windows in the background paint nothing and may be slow.',
  'test.this': 'This test',
  'test.measured': 'Changes measured',
  'test.about': '{{ms}} ms ± {{uncertainty}}',
  'test.hidden': 'in the background',
  'test.missing_one':
    '{{names}} is here too and did not answer: a window whose role may only read cannot.',
  'test.missing_other':
    '{{names}} are here too and did not answer: windows whose role may only read cannot.',
  'test.bill-void': 'Test from the dashboard, taken back',
} as const
