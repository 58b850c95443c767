export { ContributionColumnsBuilder, type ContributionColumns } from './contribution-columns';
export { countColumns, type ColumnsAsked, type ColumnsCount } from './count-columns';
export { PeoplePlaces } from './people-places';
