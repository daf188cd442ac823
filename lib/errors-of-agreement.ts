/** What is refused of cases of confusing use (R13) and of the money under the agreement (R14). */
export const agreementErrors = {
  'case.decided': [409, 'This case is decided. Nothing is added to it any more.'],
  'case.no-registrant': [409, '{label}.org has no registrant of the Programme to write to.'],
  'case.not-heard': [
    409,
    'The registrant must be heard first: it answers, or its time to answer passes (R13.1).',
  ],
  'proceeds.earlier-day': [409, 'What was published stays: new shares begin after the last ones.'],
  'statement.quarter-not-over': [409, '{quarter} is not over yet.'],
  'statement.nothing-new': [409, 'This is recorded already as it stands here.'],
  'statement.differs': [409, 'Some of these quarters are recorded with other figures.'],
  'statement.same-settings': [409, 'These are the settings in force.'],
  'statement.no-increments': [409, 'Without annual increments there is no average price, so no rate.'],
  'statement.frozen': [409, 'The statement of {quarter} is frozen as it stands.'],
} as const
