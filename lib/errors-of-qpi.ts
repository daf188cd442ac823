/** What is refused of the Quality Performance Index (R15). */
export const qpiErrors = {
  'qpi-model.known': [409, 'There is a version {version} already. Versions are never changed; name another.'],
  'qpi-model.earlier-month': [
    409,
    'A version scores from a month on that no earlier one began with or after.',
  ],
  'qpi-model.same': [409, 'This is what version {version} says already.'],
  'qpi-file.unreadable': [422, 'No row of this file can be read as what it is said to be.'],
  'qpi-file.known': [409, 'This very file was read before for this month.'],
  'qpi-file.month-not-over': [409, '{month} is not over yet.'],
  'qpi-file.counts': [409, 'This file counts already.'],
  'qpi-score.no-report': [409, 'There is no transactions report of this month yet.'],
  'qpi-score.unchanged': [409, 'Neither the files nor the model have changed since this month was computed.'],
} as const
