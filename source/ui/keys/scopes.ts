import type {Pane, Screen} from '../../store/types.js';

export const everywhere = ['main', 'details', 'use', 'snippet', 'offering', 'help', 'regions'] as const satisfies readonly Screen[];
export const reading = ['main', 'details', 'use', 'snippet', 'offering', 'help'] as const satisfies readonly Screen[];
export const onReservations = ['main', 'details'] as const satisfies readonly Screen[];
export const tables = ['odcrs', 'blocks'] as const satisfies readonly Pane[];
export const ofReservations = ['odcrs', 'blocks', 'timeline'] as const satisfies readonly Pane[];
export const ofRows = [...ofReservations, 'events'] as const satisfies readonly Pane[];
export const dated = [...ofRows, 'offerings'] as const satisfies readonly Pane[];
export const ofBlocks = ['blocks', 'timeline'] as const satisfies readonly Pane[];
