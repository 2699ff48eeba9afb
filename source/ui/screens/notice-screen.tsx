import {LineBlock} from '../components/line-block.js';
import {cutLines} from '../cut-lines.js';
import {blankLine} from '../line.js';
import {noticeLines} from '../notices/notice-lines.js';
import {useCapacity, useSettings} from '../store-context.js';

/** A pane without rows says why. */
export function NoticeScreen({width, height}: {readonly width: number; readonly height: number}) {
	const settings = useSettings();
	const state = useCapacity((current) => current);
	return (
		<LineBlock
			lines={cutLines([blankLine, ...noticeLines(state, settings, width)], height, settings.glyphs)}
			width={width}
			height={height}
		/>
	);
}
