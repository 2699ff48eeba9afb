import type {Key} from 'ink';

/**
The names of the keys in one call of Ink's input handler, as the keymap spells them.

Keys that arrive in one burst come as one call with all their characters (`jjj`), so there may be several.
*/
export function keyNames(input: string, key: Key): readonly string[] {
	const special = specialName(key);
	if (special !== null) {
		return [special];
	}

	if (key.ctrl) {
		return input === '' ? [] : [`ctrl-${input}`];
	}

	return key.meta ? [] : [...input].flatMap(characterName);
}

function specialName(key: Key): string | null {
	if (key.tab) {
		return key.shift ? 'shift-tab' : 'tab';
	}

	const named = [
		[key.return, 'enter'],
		[key.escape, 'esc'],
		[key.upArrow, 'up'],
		[key.downArrow, 'down'],
		[key.leftArrow, 'left'],
		[key.rightArrow, 'right'],
		[key.pageUp, 'pageup'],
		[key.pageDown, 'pagedown'],
		[key.home, 'home'],
		[key.end, 'end'],
		[key.backspace || key.delete, 'backspace'],
	] as const;
	return named.find(([isPressed]) => isPressed)?.[1] ?? null;
}

function characterName(character: string): readonly string[] {
	if (character === '\r' || character === '\n') {
		return ['enter'];
	}

	if (character === '\t') {
		return ['tab'];
	}

	if (character >= '\u0001' && character <= '\u001A') {
		return [`ctrl-${String.fromCharCode(character.charCodeAt(0) + 96)}`];
	}

	return character < ' ' || character === '\x7F' ? [] : [character];
}
