import {Text} from 'ink';
import {memo} from 'react';

/** One line of the screen, painted and fitted beforehand. */
export const LineText = memo(function LineText({text}: {readonly text: string}) {
	// Ink gives an empty text no height.
	return <Text>{text === '' ? ' ' : text}</Text>;
});
