import {createSelectorCreator, lruMemoize} from 'reselect';

/** Remembers the latest result only: reselect's default keeps one for every minute that a summary was made for. */
export const createSelector = createSelectorCreator({memoize: lruMemoize, argsMemoize: lruMemoize});
