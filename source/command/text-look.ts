import type {TextLook} from '../report/text-look.js';
import type {ProcessPorts} from './process-ports.js';
import type {SessionOptions} from './session-options.js';
import {isUtf8Locale} from './terminal-settings.js';

/** Where the width is not known, as in a pipe. */
const usualWidth = 80;
/** Longer lines are hard to read. */
const mostWidth = 100;

/** How sentences look on this stdout. */
export function textLook({isAscii, isColor}: Pick<SessionOptions, 'isAscii' | 'isColor'>, {stdout, env}: ProcessPorts): TextLook {
	return {
		// The last column stays free: a terminal may wrap after it.
		width: stdout.isTTY && stdout.columns > 0 ? Math.min(mostWidth, stdout.columns - 1) : usualWidth,
		isAscii: isAscii || !isUtf8Locale(env),
		isColor: isColor && stdout.isTTY && stdout.getColorDepth(env) > 1,
	};
}
