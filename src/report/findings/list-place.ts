import type { Place } from '../../domain/place.ts';
import { maskText } from '../../domain/shown/masking.ts';

/** A place on a list as it may be shown: a column's title is a cell like any other. */
export function maskedColumn(place: Place): Place {
  return typeof place.column === 'string' ? { ...place, column: maskText(place.column) } : place;
}
