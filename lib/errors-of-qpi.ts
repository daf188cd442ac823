/** What is refused of the Quality Performance Index (R15). */
export const qpiErrors = {
  'qpi-model.known': [409, 'There is a version {version} already. Versions are never changed; name another.'],
  'qpi-model.earlier-month': [
    409,
    'A version scores from a month on that no earlier one began with or after.',
  ],
  'qpi-model.promised': [
    409,
    'A promotion was published for {month} under the model that holds now, and stays as it was published.',
  ],
  'qpi-model.same': [409, 'This is what version {version} says already.'],
  'qpi-file.unreadable': [422, 'No row of this file can be read as what it is said to be.'],
  'qpi-file.known': [409, 'This very file was read before for this month.'],
  'qpi-file.month-not-over': [409, '{month} is not over yet.'],
  'qpi-file.counts': [409, 'This file counts already.'],
  'qpi-score.no-report': [409, 'There is no transactions report of this month yet.'],
  'qpi-score.unchanged': [409, 'Neither the files nor the model have changed since this month was computed.'],
  'qpi-appeal.made': [409, 'Your registrar has appealed against this score already.'],
  'qpi-appeal.computed-again': [409, 'This month was computed again. Look at the new score first.'],
  'qpi-appeal.answered': [409, 'This appeal was answered already.'],
  'qpi-note.day-past': [409, 'A step lies ahead.'],
  'qpi-note.ended': [409, 'This step is over already.'],
  'promotion.no-model': [409, 'No model scores {month}.'],
  'promotion.open': [409, 'This promotion is open already.'],
  'promotion.not-yet': [409, 'This promotion does not open before its day.'],
  'promotion.opens-too-soon': [409, 'The baseline is published before the promotion opens (R15.4).'],
} as const
