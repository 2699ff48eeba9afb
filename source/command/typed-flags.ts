import type {Result} from 'meow';
import {allFlags, type FlagSpec} from './flags.js';

/** All flags with their values. */
export type TypedFlags = Result<typeof allFlags>['flags'];

const specs: readonly (readonly [string, FlagSpec])[] = Object.entries(allFlags);

/** What they are when none is typed. */
export const defaultFlags = Object.fromEntries(specs.map(([key, spec]) => [key, spec.isMultiple ? [] : spec.default])) as TypedFlags;
