/** `USD 169,136.92`; below 1, where cents are coarse, with three places: `USD 0.596`. */
export function formatMoney(amount: number, currency: string | null): string {
	const places = amount !== 0 && Math.abs(amount) < 1 ? 3 : 2;
	const [whole = '', part = ''] = amount.toFixed(places).split('.');
	const text = `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${part}`;
	return currency === null ? text : `${currency} ${text}`;
}

/** A price per hour, with three places: as AWS lists them, and fine enough that those of an instance and of its accelerators agree. */
export function formatRate(amount: number, currency: string | null): string {
	const text = amount.toFixed(3).replace(/\B(?=(?:\d{3})+\.)/g, ',');
	return currency === null ? text : `${currency} ${text}`;
}
