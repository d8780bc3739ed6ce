import type {DayRange, Grain} from '../../domain/analytics/periods.ts'

/** What each part of Analytics is asked for. */
export interface PartProps {
  range: DayRange
  by: Grain
}
